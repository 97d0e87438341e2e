/** One reader of what people type, and one way to refuse: a kind, a stable name and one Chinese sentence. Not for bugs: those stay exceptions of their own. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package org.shouwen.problem;
