package org.guiyi.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShippedFeedsTests {

    private final FeedDefinitions feeds = FeedDefinitions.load(Path.of("jobs"), name -> true);

    @Test
    void loadWithoutAFault() {
        assertThat(feeds.all())
                .extracting(feed -> feed.id().value())
                .containsExactly(
                        "civil-affairs/elder-benefits",
                        "civil-affairs/left-behind-children",
                        "education/students",
                        "health/deaths",
                        "health/nursery-children");
    }

    @Test
    void haveAVersionThatIsADigest() {
        assertThat(feeds.all()).allSatisfy(feed -> assertThat(feed.version()).matches("[0-9a-f]{64}"));
    }
}
