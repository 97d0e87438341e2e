package org.shouwen.repair;

/**
 * Why a repair has its priority, as the table D1 says.
 *
 * @param why in Chinese; "" for what was judged before this was kept
 * @param basis the article, or that it is the product's own rule
 */
public record Urgency(String why, String basis) {}
