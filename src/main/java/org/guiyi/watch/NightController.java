package org.guiyi.watch;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/night}: how far the run at work is, and how the nights stand. Counts, receipt numbers, feeds; nobody's data. */
@RestController
@ConditionalOnWebApplication
class NightController {

    private final RunningJson running;

    NightController(RunningJson running) {
        this.running = running;
    }

    @GetMapping("/api/night")
    ResponseEntity<Map<String, @Nullable Object>> night() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(running.night());
    }
}
