package org.shouwen.notification.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.shouwen.notification.Channel;
import org.shouwen.notification.ChannelKind;

/** The channels that are configured. */
final class Channels {

    private final Map<ChannelKind, Channel> byKind = new EnumMap<>(ChannelKind.class);

    Channels(Channel... channels) {
        Arrays.stream(channels).forEach(channel -> byKind.put(channel.kind(), channel));
    }

    Optional<Channel> of(ChannelKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    boolean has(ChannelKind kind) {
        return byKind.containsKey(kind);
    }
}
