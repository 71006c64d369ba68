package org.haki.devices;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One device.
 *
 * @param posts   those that are not simply in order, the newest first
 * @param titles  of the forms, by id
 * @param reads   whether what was refused may be read
 * @param destroys whether it may be destroyed
 */
public record DevicePage(Device device, String office, String person, List<DevicePost> posts, Map<UUID, String> titles, boolean reads, boolean destroys) {

    public List<DevicePost> refused() {
        return posts.stream().filter(DevicePost::refused).toList();
    }

    public List<DevicePost> pending() {
        return posts.stream().filter(post -> post.awaited() > 0).toList();
    }

    public List<DevicePost> odd() {
        return posts.stream().filter(post -> !post.refused() && post.wrongs() > 0).toList();
    }

    /** The form's title; "" where the form is not known. */
    public String title(DevicePost post) {
        return post.survey() == null ? "" : titles.getOrDefault(post.survey(), "");
    }
}
