-- A draft may be a copy of an adopted version, or begin with its worked examples.
ALTER TABLE "scheme_draft" ADD COLUMN "base_version" integer;--> statement-breakpoint
ALTER TABLE "scheme_draft" ADD COLUMN "base_part" text;--> statement-breakpoint
ALTER TABLE "scheme_draft" ADD CONSTRAINT "scheme_draft_base" FOREIGN KEY ("tenant_id","base_version") REFERENCES "public"."scheme_version"("tenant_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheme_draft" ADD CONSTRAINT "scheme_draft_base_part" CHECK (base_part in ('scheme', 'examples'));--> statement-breakpoint
ALTER TABLE "scheme_draft" ADD CONSTRAINT "scheme_draft_base_whole" CHECK ((base_version is null) = (base_part is null));--> statement-breakpoint

-- As in 0001_rights.sql, with the drafts gone before the versions they rest on.
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
  delete from membership where tenant_id = town;
  delete from tenant where id = town;
end
$$;
