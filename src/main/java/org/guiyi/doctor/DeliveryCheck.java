package org.guiyi.doctor;

import java.util.List;
import org.guiyi.intake.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for deliveries and requests that wait for somebody. */
final class DeliveryCheck {

    private final JdbcClient jdbc;
    private final List<String> feeds;

    /** @param feeds the feeds that are defined */
    DeliveryCheck(JdbcClient jdbc, List<String> feeds) {
        this.jdbc = jdbc;
        this.feeds = List.copyOf(feeds);
    }

    void look(Diagnosis.Builder diagnosis) {
        waiting(diagnosis);
        answers(diagnosis);
        undefined(diagnosis);
        requests(diagnosis);
        erasures(diagnosis);
    }

    private void waiting(Diagnosis.Builder diagnosis) {
        diagnosis.add(
                "held",
                new Bilingual("暂缓入库的报送批次（含被拦下的重新导入）", "submissions or re-imports that are held"),
                list("""
                        select s.receipt_no from intake.submission s
                        where s.state = 'held' or (s.state = 'published' and exists (
                            select 1 from intake.processing p where p.submission_id = s.submission_id and p.state = 'held'))
                        order by 1
                        """),
                new Bilingual(
                        "guiyi status 看原因；guiyi release 回执号 --preview 看影响，再 release 或 reject",
                        "guiyi status tells why; guiyi release RECEIPT --preview shows the effects; then release or reject"));
        diagnosis.add(
                "failed",
                new Bilingual("处理失败的报送批次", "submissions whose processing failed"),
                list("select receipt_no from intake.submission where state = 'failed' order by 1"),
                new Bilingual("原因见日志；下一次运行会重新处理", "the log says why; the next run processes them again"));
    }

    private void erasures(Diagnosis.Builder diagnosis) {
        diagnosis.add(
                "erasure-unfinished",
                new Bilingual("删除令只执行了一半", "erasures that were interrupted"),
                list("select 'erasure ' || erasure_id from register.erasure where done_at is null order by erasure_id"),
                new Bilingual("再次运行同一条 guiyi erase，它会做完", "run the same guiyi erase again, it finishes them"));
    }

    private void answers(Diagnosis.Builder diagnosis) {
        diagnosis.add(
                "answers-nothing",
                new Bilingual("退回表已收回，但它答复的名册未入库", "error workbooks came back whose roster is not published"),
                list("""
                        select a.receipt_no || ' -> ' || s.receipt_no || ' (' || s.state || ')'
                        from intake.submission a join intake.submission s on s.submission_id = a.amends_submission_id
                        where a.state in ('received', 'staged', 'held', 'published', 'failed')
                          and s.state in ('held', 'failed', 'rejected', 'refused')
                        order by 1
                        """),
                new Bilingual(
                        "先放行或拒收它答复的名册：放行后它生效，拒收则一并拒收",
                        "release or reject the roster: released, the answers count; rejected, they are rejected with it"));
    }

    private void undefined(Diagnosis.Builder diagnosis) {
        diagnosis.add(
                "undefined-feed",
                new Bilingual("已入库批次的名册已没有定义", "published submissions of feeds that are not defined any more"),
                jdbc.sql("""
                                select distinct feed from intake.submission
                                where state = 'published' and feed is not null and feed <> all (?) order by 1
                                """)
                        .param(feeds.toArray(String[]::new))
                        .query(String.class)
                        .list(),
                new Bilingual("把 jobs/feeds 下的定义放回去", "put the definition back under jobs/feeds"));
    }

    private void requests(Diagnosis.Builder diagnosis) {
        diagnosis.add(
                "requests",
                new Bilingual("排队超过一天或失败的请求", "requests that failed or have waited for more than a day"),
                list("""
                        select request_id || ' ' || kind || ' ' || state from batch.request
                        where (state = 'queued' and asked_at < now() - interval '1 day')
                           or (state = 'failed' and finished_at > now() - interval '7 days')
                        order by request_id
                        """),
                new Bilingual(
                        "guiyi request 看结果；排队的请求要有 guiyi serve 在运行",
                        "guiyi request tells what came of them; queued ones need guiyi serve to be up"));
    }

    private List<String> list(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
