package io.touchpoint.workspace;

/** A company's installation on a chat platform: a Slack team, a Teams tenant. */
public record Tenant(String platform, String key) {
}
