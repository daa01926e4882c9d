ALTER TABLE "ledger_row" DROP CONSTRAINT "ledger_row_once_per_entry";--> statement-breakpoint
CREATE INDEX "idempotency_by_age" ON "idempotency" USING btree ("tenant_id","at");--> statement-breakpoint
ALTER TABLE "ledger_row" ADD CONSTRAINT "ledger_row_once_per_entry" UNIQUE("tenant_id","kind","entry_id");
-- Written by hand: an answer given under an idempotency key is a memory, not a record, and goes after 30 days. Even
-- then the application may remove only what is that old.
grant delete on idempotency to gongdao_app;
create policy old_answers_only on idempotency as restrictive for delete to gongdao_app
  using (at < now() - interval '30 days');
