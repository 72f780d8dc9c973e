-- A request tells what came of it as the command would have by its exit code.
alter table batch.request drop constraint request_state_check;
alter table batch.request add constraint request_state_check
    check (state in ('queued', 'running', 'done', 'partly', 'refused', 'failed', 'cancelled'));
comment on column batch.request.state is
    'queued, running, cancelled; done: exit code 0; partly: 1, something is held, sent back or unreadable; refused: 2; failed: 3';
