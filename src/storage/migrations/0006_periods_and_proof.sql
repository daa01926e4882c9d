CREATE TABLE "acknowledgement" (
	"tenant_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"staff_number" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "acknowledgement_tenant_id_entry_id_pk" PRIMARY KEY("tenant_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "bulletin" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"audience" text NOT NULL,
	"staff_number" text,
	"corrects" uuid,
	"changes" jsonb,
	"terms" jsonb NOT NULL,
	"content" jsonb NOT NULL,
	"backing" jsonb,
	"content_digest" text NOT NULL,
	"backing_digest" text,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" text NOT NULL,
	"notice_from" date,
	"notice_to" date,
	"ledger_position" bigint NOT NULL,
	"head_size" bigint NOT NULL,
	"head_root" text NOT NULL,
	"final_at" timestamp (3) with time zone,
	"final_by" text,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" text,
	"withdrawn_reason" text,
	CONSTRAINT "bulletin_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "bulletin_state" CHECK (state in ('notice', 'final', 'withdrawn')),
	CONSTRAINT "bulletin_audience" CHECK (audience in ('town', 'pay', 'person')),
	CONSTRAINT "bulletin_person" CHECK ((audience = 'person') = (staff_number is not null)),
	CONSTRAINT "bulletin_final" CHECK ((state = 'final') = (final_at is not null)),
	CONSTRAINT "bulletin_notice" CHECK ((notice_from is null) = (notice_to is null))
);
--> statement-breakpoint
CREATE TABLE "bulletin_draft" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"title" text NOT NULL,
	"terms" jsonb NOT NULL,
	"corrects" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "bulletin_draft_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "inspection_round" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"offices" text[] NOT NULL,
	"inspectors" text[] NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"bulletin_id" uuid,
	CONSTRAINT "inspection_round_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "inspection_round_days" CHECK (to_on >= from_on),
	CONSTRAINT "inspection_round_ended" CHECK ((ended_at is null) = (ended_by is null))
);
--> statement-breakpoint
CREATE TABLE "inspection_visit" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"office" text NOT NULL,
	"outcome" text NOT NULL,
	"entry_ids" uuid[] NOT NULL,
	"words" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "inspection_visit_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "inspection_visit_outcome" CHECK (outcome in ('nothing', 'findings'))
);
--> statement-breakpoint
CREATE TABLE "period_close" (
	"tenant_id" uuid NOT NULL,
	"month" text NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL,
	"closed_by" text NOT NULL,
	"ledger_position" bigint NOT NULL,
	"checklist" jsonb NOT NULL,
	"bulletin_id" uuid NOT NULL,
	CONSTRAINT "period_close_tenant_id_month_pk" PRIMARY KEY("tenant_id","month"),
	CONSTRAINT "period_close_month" CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
CREATE TABLE "working_day_change" (
	"tenant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "working_day_change_tenant_id_day_pk" PRIMARY KEY("tenant_id","day"),
	CONSTRAINT "working_day_change_kind" CHECK (kind in ('working', 'off'))
);
--> statement-breakpoint
CREATE TABLE "checkpoint" (
	"tenant_id" uuid NOT NULL,
	"size" bigint NOT NULL,
	"root" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "checkpoint_tenant_id_size_pk" PRIMARY KEY("tenant_id","size")
);
--> statement-breakpoint
CREATE TABLE "kept_head" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"size" bigint NOT NULL,
	"root" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "kept_head_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "log_leaf" (
	"tenant_id" uuid NOT NULL,
	"leaf_index" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"content" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "log_leaf_tenant_id_leaf_index_pk" PRIMARY KEY("tenant_id","leaf_index"),
	CONSTRAINT "log_leaf_index" CHECK (leaf_index >= 0)
);
--> statement-breakpoint
CREATE TABLE "log_node" (
	"tenant_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"node_index" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "log_node_tenant_id_level_node_index_pk" PRIMARY KEY("tenant_id","level","node_index")
);
--> statement-breakpoint
CREATE TABLE "log_opening" (
	"tenant_id" uuid NOT NULL,
	"leaf_index" bigint NOT NULL,
	"salts" jsonb NOT NULL,
	CONSTRAINT "log_opening_tenant_id_leaf_index_pk" PRIMARY KEY("tenant_id","leaf_index")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reminder_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"target" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"problem" text,
	CONSTRAINT "delivery_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "delivery_state" CHECK (state in ('waiting', 'claimed', 'sent', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "reminder" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"audience" jsonb NOT NULL,
	"title" text NOT NULL,
	"path" text NOT NULL,
	"due_on" date,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reminder_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "reminder_address" (
	"tenant_id" uuid NOT NULL,
	"user_name" text NOT NULL,
	"email" text NOT NULL,
	"is_on" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reminder_address_tenant_id_user_name_pk" PRIMARY KEY("tenant_id","user_name")
);
--> statement-breakpoint
CREATE TABLE "reminder_robot" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"sealed_address" "bytea" NOT NULL,
	"sealed_secret" "bytea",
	"roles" text[] NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "reminder_robot_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "reminder_robot_kind" CHECK (kind in ('wecom', 'dingtalk', 'webhook'))
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "attachment_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "attachment_size" CHECK (size > 0)
);
--> statement-breakpoint
CREATE TABLE "proceeding" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"staff_number" text NOT NULL,
	"subject" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" text NOT NULL,
	CONSTRAINT "proceeding_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "proceeding_kind" CHECK (kind in ('objection', 'discretion'))
);
--> statement-breakpoint
CREATE TABLE "proceeding_step" (
	"tenant_id" uuid NOT NULL,
	"proceeding_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "proceeding_step_tenant_id_proceeding_id_position_pk" PRIMARY KEY("tenant_id","proceeding_id","position")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "bulletin_number" ON "bulletin" USING btree ("tenant_id","kind","year","number");--> statement-breakpoint
CREATE INDEX "bulletin_by_time" ON "bulletin" USING btree ("tenant_id","published_at");--> statement-breakpoint
CREATE INDEX "bulletin_of_person" ON "bulletin" USING btree ("tenant_id","staff_number");--> statement-breakpoint
CREATE UNIQUE INDEX "bulletin_draft_one" ON "bulletin_draft" USING btree ("tenant_id","kind","period");--> statement-breakpoint
CREATE UNIQUE INDEX "inspection_round_number" ON "inspection_round" USING btree ("tenant_id","year","number");--> statement-breakpoint
CREATE INDEX "inspection_visit_of_round" ON "inspection_visit" USING btree ("tenant_id","round_id");--> statement-breakpoint
CREATE INDEX "kept_head_by_time" ON "kept_head" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "log_leaf_of_subject" ON "log_leaf" USING btree ("tenant_id","kind","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_once" ON "delivery" USING btree ("tenant_id","reminder_id","channel","target");--> statement-breakpoint
CREATE UNIQUE INDEX "reminder_once" ON "reminder" USING btree ("tenant_id","key");--> statement-breakpoint
CREATE INDEX "reminder_by_time" ON "reminder" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "attachment_of_proceeding" ON "attachment" USING btree ("tenant_id","proceeding_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proceeding_number" ON "proceeding" USING btree ("tenant_id","kind","year","number");--> statement-breakpoint
CREATE INDEX "proceeding_of_person" ON "proceeding" USING btree ("tenant_id","staff_number");--> statement-breakpoint
-- Written by hand from here on: rights, and the same second wall around a town's new tables as around the others.
grant select, insert, update, delete on working_day_change, reminder_address, bulletin_draft to gongdao_app;
grant select, insert on
  inspection_round, inspection_visit, period_close, acknowledgement, bulletin, proceeding, proceeding_step, attachment,
  log_leaf, log_opening, log_node, checkpoint, kept_head, reminder, delivery, reminder_robot
  to gongdao_app;
grant update (ended_at, ended_by, bulletin_id) on inspection_round to gongdao_app;
-- What was published stays; only how its notice ended is written, once.
grant update (state, final_at, final_by, withdrawn_at, withdrawn_by, withdrawn_reason) on bulletin to gongdao_app;
grant update (state, settled_at, problem) on delivery to gongdao_app;
grant update (removed_at) on reminder_robot to gongdao_app;
do $$
declare
  town_table text;
begin
  foreach town_table in array array[
    'working_day_change', 'inspection_round', 'inspection_visit', 'period_close', 'acknowledgement', 'bulletin_draft',
    'bulletin',
    'proceeding', 'proceeding_step', 'attachment', 'log_leaf', 'log_opening', 'log_node', 'checkpoint', 'kept_head',
    'reminder', 'delivery', 'reminder_address', 'reminder_robot'
  ] loop
    execute format('alter table %I enable row level security', town_table);
    execute format('alter table %I force row level security', town_table);
    execute format(
      'create policy own_town on %I
         using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
         with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
      town_table
    );
  end loop;
end
$$;
create policy ended_once on inspection_round as restrictive for update to gongdao_app
  using (ended_at is null) with check (true);
create policy removed_once on reminder_robot as restrictive for update to gongdao_app
  using (removed_at is null) with check (true);
-- A delivery is claimed once and settled once.
create policy settled_once on delivery as restrictive for update to gongdao_app
  using (state in ('waiting', 'claimed')) with check (true);

create policy ended_once on bulletin as restrictive for update to gongdao_app
  using (state = 'notice') with check (true);

-- As in 0005_people_and_walls.sql, with the new tables.
create or replace function remove_sample_town(town uuid) returns void
  language plpgsql security definer
  set search_path = public, pg_temp
as $$
begin
  perform from tenant where id = town and is_sample for update;
  if not found then
    raise exception 'town % is not a sample town', town using errcode = 'GD001';
  end if;
  execute format('set local app.tenant_id = %L', town);
  delete from delivery where tenant_id = town;
  delete from reminder where tenant_id = town;
  delete from reminder_address where tenant_id = town;
  delete from reminder_robot where tenant_id = town;
  delete from kept_head where tenant_id = town;
  delete from checkpoint where tenant_id = town;
  delete from log_opening where tenant_id = town;
  delete from log_node where tenant_id = town;
  delete from log_leaf where tenant_id = town;
  delete from attachment where tenant_id = town;
  delete from proceeding_step where tenant_id = town;
  delete from proceeding where tenant_id = town;
  delete from bulletin where tenant_id = town;
  delete from bulletin_draft where tenant_id = town;
  delete from acknowledgement where tenant_id = town;
  delete from period_close where tenant_id = town;
  delete from inspection_visit where tenant_id = town;
  delete from inspection_round where tenant_id = town;
  delete from working_day_change where tenant_id = town;
  delete from idempotency where tenant_id = town;
  delete from audit_row where tenant_id = town;
  delete from correction_request where tenant_id = town;
  delete from proposal where tenant_id = town;
  delete from absence where tenant_id = town;
  delete from register_decision where tenant_id = town;
  delete from rating_withdrawal where tenant_id = town;
  delete from rating_mark where tenant_id = town;
  delete from ledger_row where tenant_id = town;
  delete from assignment where tenant_id = town;
  delete from person where tenant_id = town;
  delete from draft_step where tenant_id = town;
  delete from scheme_draft where tenant_id = town;
  delete from scheme_version where tenant_id = town;
  delete from regulation where tenant_id = town;
  delete from session where tenant_id = town;
  delete from role_grant where tenant_id = town;
  delete from membership where tenant_id = town;
  delete from activation where account_id in (select id from account where home_tenant_id = town);
  delete from totp where account_id in (select id from account where home_tenant_id = town);
  delete from recovery_code where account_id in (select id from account where home_tenant_id = town);
  delete from oidc_identity where account_id in (select id from account where home_tenant_id = town);
  delete from account where home_tenant_id = town;
  delete from tenant where id = town;
end
$$;
revoke all on function remove_sample_town(uuid) from public, gongdao_app;
grant execute on function remove_sample_town(uuid) to gongdao_sign_in;
