CREATE TABLE "absence" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_number" text NOT NULL,
	"kind" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"note" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "absence_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "absence_kind" CHECK (kind in ('secondment', 'long-leave')),
	CONSTRAINT "absence_days" CHECK (to_on is null or to_on >= from_on)
);
--> statement-breakpoint
CREATE TABLE "audit_row" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text,
	"roles" text NOT NULL,
	"operation" text NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"object" jsonb,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"address" text NOT NULL,
	"user_agent" text NOT NULL,
	CONSTRAINT "audit_row_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "audit_row_kind" CHECK (kind in ('write', 'sign-in', 'export', 'look')),
	CONSTRAINT "audit_row_outcome" CHECK (outcome in ('done', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "correction_request" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_number" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by" text,
	CONSTRAINT "correction_request_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "correction_request_state" CHECK (state in ('open', 'done', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" jsonb NOT NULL,
	"snapshot" jsonb,
	"note" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"proposed_by" text NOT NULL,
	"state" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"reason" text,
	CONSTRAINT "proposal_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "proposal_kind" CHECK (kind in ('adoption', 'annual-result', 'pay-list')),
	CONSTRAINT "proposal_state" CHECK (state in ('open', 'approved', 'rejected', 'withdrawn')),
	CONSTRAINT "proposal_decided" CHECK ((state = 'open') = (decided_at is null) and (state = 'open') = (decided_by is null)),
	CONSTRAINT "proposal_by_two" CHECK (state not in ('approved', 'rejected') or decided_by <> proposed_by)
);
--> statement-breakpoint
CREATE TABLE "activation" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "activation_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "installation_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text,
	"operation" text NOT NULL,
	"what" text NOT NULL,
	"address" text NOT NULL,
	"user_agent" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "oidc_attempt" (
	"state_hash" "bytea" PRIMARY KEY NOT NULL,
	"nonce" text NOT NULL,
	"code_verifier" text NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	"account_id" uuid,
	"town" text,
	"return_to" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "oidc_identity" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"account_id" uuid NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "oidc_identity_issuer_subject_pk" PRIMARY KEY("issuer","subject"),
	CONSTRAINT "oidc_account" UNIQUE("account_id")
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"account_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "recovery_code_account_id_code_hash_pk" PRIMARY KEY("account_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"account_id" uuid NOT NULL,
	"tenant_id" uuid,
	"role" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"granted_by" text NOT NULL,
	CONSTRAINT "role_grant_once" UNIQUE NULLS NOT DISTINCT("account_id","tenant_id","role")
);
--> statement-breakpoint
CREATE TABLE "totp" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" "bytea" NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_step" bigint
);
--> statement-breakpoint
ALTER TABLE "account" DROP CONSTRAINT "account_user_name_key_unique";--> statement-breakpoint
ALTER TABLE "account" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ALTER COLUMN "tenant_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "home_tenant_id" uuid;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "created_by" text;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "suspended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "staff_number" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "acting_as" uuid;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "second_factor_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "set_up_token" ADD COLUMN "kind" text DEFAULT 'first' NOT NULL;--> statement-breakpoint
ALTER TABLE "set_up_token" ALTER COLUMN "kind" DROP DEFAULT;--> statement-breakpoint
-- Written by hand, here and below: what towns and accounts from before receive.
ALTER TABLE "tenant" ADD COLUMN "code" text;--> statement-breakpoint
update tenant set code = 't' || left(replace(id::text, '-', ''), 8);--> statement-breakpoint
ALTER TABLE "tenant" ALTER COLUMN "code" SET NOT NULL;--> statement-breakpoint
update account set home_tenant_id = (
  select tenant.id from membership join tenant on tenant.id = membership.tenant_id
   where membership.account_id = account.id and not tenant.is_sample
   order by membership.created_at, tenant.id limit 1
);--> statement-breakpoint
-- Whoever owned a town is its appraisal office, and founder until the administrators are there.
insert into role_grant (account_id, tenant_id, role, granted_at, granted_by)
  select membership.account_id, membership.tenant_id, given.role, membership.created_at, account.user_name
    from membership join account on account.id = membership.account_id, (values ('office'), ('founder')) given (role);--> statement-breakpoint
CREATE INDEX "absence_of_person" ON "absence" USING btree ("tenant_id","staff_number");--> statement-breakpoint
CREATE INDEX "audit_row_by_time" ON "audit_row" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "correction_request_of_person" ON "correction_request" USING btree ("tenant_id","staff_number");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_one_open" ON "proposal" USING btree ("tenant_id","kind") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "proposal_by_kind" ON "proposal" USING btree ("tenant_id","kind","proposed_at");--> statement-breakpoint
CREATE INDEX "installation_event_by_time" ON "installation_event" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "role_grant_of_town" ON "role_grant" USING btree ("tenant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_of_person" ON "membership" USING btree ("tenant_id","staff_number");--> statement-breakpoint
ALTER TABLE "membership" DROP COLUMN "role";--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_name_in_town" UNIQUE NULLS NOT DISTINCT("home_tenant_id","user_name_key");--> statement-breakpoint
ALTER TABLE "tenant" ADD CONSTRAINT "tenant_code_unique" UNIQUE("code");--> statement-breakpoint
ALTER TABLE "set_up_token" ADD CONSTRAINT "set_up_token_kind" CHECK (kind in ('first', 'district'));
-- Signing in has a role of its own: the application's can no longer read who signs in and with what.
do $$
begin
  if not exists (select from pg_roles where rolname = 'gongdao_sign_in') then
    create role gongdao_sign_in nologin;
  end if;
end
$$;
grant usage on schema public to gongdao_sign_in;
revoke all on account, membership, session, set_up_token, failed_attempt, tenant from gongdao_app;
grant select on tenant to gongdao_app;
grant select, insert on tenant, installation_event to gongdao_sign_in;
grant select, insert, update on account to gongdao_sign_in;
grant select, insert, update, delete on
  membership, role_grant, session, set_up_token, failed_attempt, activation, totp, recovery_code, oidc_identity,
  oidc_attempt
  to gongdao_sign_in;

-- The application sees the name of the town it works in, and no other.
alter table tenant enable row level security;
create policy own_town on tenant for select to gongdao_app
  using (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy every_town on tenant to gongdao_sign_in using (true) with check (true);

-- A town's new tables, behind the same second wall as the others.
grant select, insert, update, delete on absence to gongdao_app;
grant select, insert on proposal, correction_request, audit_row to gongdao_app;
-- What is decided is written once; what was proposed stays.
grant update (state, decided_at, decided_by, reason) on proposal to gongdao_app;
grant update (state, answer, answered_at, answered_by) on correction_request to gongdao_app;
do $$
declare
  town_table text;
begin
  foreach town_table in array array['absence', 'proposal', 'correction_request', 'audit_row'] loop
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
create policy decided_once on proposal as restrictive for update to gongdao_app using (state = 'open') with check (true);
create policy answered_once on correction_request as restrictive for update to gongdao_app using (state = 'open')
  with check (true);

-- Signing in is audited in the town's own log, which that role adds to and cannot read.
grant insert on audit_row to gongdao_sign_in;
create policy sign_in_adds on audit_row for insert to gongdao_sign_in with check (kind in ('sign-in', 'write'));

-- As in 0002_draft_base.sql, with the new tables and the accounts of the sample's own people.
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
