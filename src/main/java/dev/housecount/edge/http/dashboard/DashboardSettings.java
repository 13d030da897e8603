package dev.housecount.edge.http.dashboard;

/**
 * What an operator decides about the dashboard.
 *
 * @param enabled whether its page and files are served
 */
public record DashboardSettings(boolean enabled) {}
