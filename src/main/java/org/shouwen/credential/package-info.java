/** 凭证: signed tokens on papers, their QR codes, and the open page that says whether a paper holds. What is true of a paper its feature says (`Verifiable`). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem", "rows", "wording"})
package org.shouwen.credential;
