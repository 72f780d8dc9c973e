-- Period and scope that a preview tries out, and what stood there before.
create table intake.tried_out (
    submission_id bigint primary key references intake.submission,
    scope         text,
    scope_source  text,
    said_scope    text,
    period        text,
    period_source text,
    cells_digest  text
);
comment on table intake.tried_out is
    'How a submission stood before a preview tried another period or scope out; put back with the preview, by the next run if need be';
