CREATE TABLE "evidence" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"taken" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "evidence_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "evidence_subject" CHECK (subject_kind in ('entry', 'record')),
	CONSTRAINT "evidence_size" CHECK (size > 0)
);
--> statement-breakpoint
CREATE TABLE "proposed_entry" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sort" text NOT NULL,
	"fact_key" text NOT NULL,
	"register" text NOT NULL,
	"staff_number" text NOT NULL,
	"occurred_on" date NOT NULL,
	"observation" jsonb NOT NULL,
	"state" text NOT NULL,
	"entry_id" uuid,
	"reason" text,
	"made_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	CONSTRAINT "proposed_entry_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "proposed_entry_sort" CHECK (sort in ('entry', 'reversal')),
	CONSTRAINT "proposed_entry_state" CHECK (state in ('open', 'adopted', 'dismissed', 'superseded')),
	CONSTRAINT "proposed_entry_decided" CHECK ((decided_at is null) = (decided_by is null))
);
--> statement-breakpoint
CREATE TABLE "register_record" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"register" text NOT NULL,
	"staff_number" text,
	"office" text,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"state" text NOT NULL,
	"natural_key" text,
	"body" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "register_record_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "register_record_days" CHECK (to_on >= from_on)
);
--> statement-breakpoint
CREATE TABLE "register_setting" (
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "register_setting_tenant_id_name_pk" PRIMARY KEY("tenant_id","name")
);
--> statement-breakpoint
CREATE TABLE "register_step" (
	"tenant_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"reason" text,
	"before" jsonb,
	CONSTRAINT "register_step_tenant_id_record_id_position_pk" PRIMARY KEY("tenant_id","record_id","position")
);
--> statement-breakpoint
CREATE TABLE "rule_binding" (
	"tenant_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"variant" text NOT NULL,
	"rule_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "rule_binding_tenant_id_version_kind_variant_pk" PRIMARY KEY("tenant_id","version","kind","variant")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_once" ON "evidence" USING btree ("tenant_id","subject_kind","subject_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "proposed_entry_open" ON "proposed_entry" USING btree ("tenant_id","fact_key") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "proposed_entry_of_fact" ON "proposed_entry" USING btree ("tenant_id","register","fact_key");--> statement-breakpoint
CREATE INDEX "proposed_entry_by_day" ON "proposed_entry" USING btree ("tenant_id","register","occurred_on");--> statement-breakpoint
CREATE INDEX "proposed_entry_of_person" ON "proposed_entry" USING btree ("tenant_id","staff_number");--> statement-breakpoint
CREATE UNIQUE INDEX "register_record_fact" ON "register_record" USING btree ("tenant_id","register","natural_key") WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "register_record_by_day" ON "register_record" USING btree ("tenant_id","register","from_on");--> statement-breakpoint
CREATE INDEX "register_record_of_person" ON "register_record" USING btree ("tenant_id","staff_number","from_on");
--> statement-breakpoint
-- Written by hand from here on: rights, and the same second wall around a town's new tables as around the others.
grant select, insert, update on register_record, register_setting, rule_binding to gongdao_app;
grant select, insert on register_step, evidence, proposed_entry to gongdao_app;
-- What was proposed stays; only what became of it is written, once.
grant update (state, entry_id, reason, decided_at, decided_by) on proposed_entry to gongdao_app;
do $$
declare
  town_table text;
begin
  foreach town_table in array array[
    'register_record', 'register_step', 'register_setting', 'rule_binding', 'proposed_entry', 'evidence'
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
create policy decided_once on proposed_entry as restrictive for update to gongdao_app
  using (state = 'open') with check (true);

-- As in 0006_periods_and_proof.sql, with the new tables.
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
  delete from evidence where tenant_id = town;
  delete from proposed_entry where tenant_id = town;
  delete from rule_binding where tenant_id = town;
  delete from register_setting where tenant_id = town;
  delete from register_step where tenant_id = town;
  delete from register_record where tenant_id = town;
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
