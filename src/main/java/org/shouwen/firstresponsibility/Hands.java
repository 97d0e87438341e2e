package org.shouwen.firstresponsibility;

import org.shouwen.notification.Notices;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.workflow.UserTasks;
import org.springframework.stereotype.Component;

/** By what work changes hands: somebody acts, the flow goes on, tasks move, people are told. */
@Component
record Hands(ActingStaff staff, ResponsibilityExecution execution, UserTasks tasks, Notices notices) {}
