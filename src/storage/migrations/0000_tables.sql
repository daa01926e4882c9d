CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_name" text NOT NULL,
	"user_name_key" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_user_name_key_unique" UNIQUE("user_name_key")
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_number" text NOT NULL,
	"office" text NOT NULL,
	"post" text NOT NULL,
	"in_charge_of" text[] NOT NULL,
	"employment" text,
	"from_on" date,
	"to_on" date,
	"position" integer NOT NULL,
	CONSTRAINT "assignment_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "draft_step" (
	"tenant_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"undone" boolean DEFAULT false NOT NULL,
	CONSTRAINT "draft_step_tenant_id_draft_id_position_pk" PRIMARY KEY("tenant_id","draft_id","position"),
	CONSTRAINT "draft_step_kind" CHECK (kind in ('interpretation', 'edit'))
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"tenant_id" uuid NOT NULL,
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"body_hash" text NOT NULL,
	"answer" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_tenant_id_key_pk" PRIMARY KEY("tenant_id","key")
);
--> statement-breakpoint
CREATE TABLE "ledger_row" (
	"tenant_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"canonical" "bytea" NOT NULL,
	"body" jsonb NOT NULL,
	"staff_number" text,
	"occurred_on" date,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"idempotency_key" text,
	CONSTRAINT "ledger_row_tenant_id_position_pk" PRIMARY KEY("tenant_id","position"),
	CONSTRAINT "ledger_row_id" UNIQUE("tenant_id","id"),
	CONSTRAINT "ledger_row_once_per_entry" UNIQUE("tenant_id","entry_id","kind"),
	CONSTRAINT "ledger_row_kind" CHECK (kind in ('recording', 'confirmation', 'reversal')),
	CONSTRAINT "ledger_row_position" CHECK (position >= 1),
	CONSTRAINT "ledger_row_recording" CHECK ((kind = 'recording') = (entry_id = id) and (kind = 'recording') = (staff_number is not null and occurred_on is not null))
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"account_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "membership_account_id_tenant_id_pk" PRIMARY KEY("account_id","tenant_id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"tenant_id" uuid NOT NULL,
	"staff_number" text NOT NULL,
	"name" text NOT NULL,
	"pinyin" text NOT NULL,
	"initials" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "person_tenant_id_staff_number_pk" PRIMARY KEY("tenant_id","staff_number")
);
--> statement-breakpoint
CREATE TABLE "rating_mark" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year" integer NOT NULL,
	"staff_number" text NOT NULL,
	"category_id" text NOT NULL,
	"rater_group" text,
	"mark_hundredths" integer NOT NULL,
	"source" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "rating_mark_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "rating_mark_bounds" CHECK (mark_hundredths between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "rating_withdrawal" (
	"tenant_id" uuid NOT NULL,
	"mark_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "rating_withdrawal_tenant_id_mark_id_pk" PRIMARY KEY("tenant_id","mark_id")
);
--> statement-breakpoint
CREATE TABLE "register_decision" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"first_on" date NOT NULL,
	"last_on" date NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "register_decision_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "register_decision_kind" CHECK (kind in ('checked', 'waived'))
);
--> statement-breakpoint
CREATE TABLE "regulation" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"file_name" text,
	"text" text NOT NULL,
	"sha256" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"received_by" text NOT NULL,
	CONSTRAINT "regulation_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "scheme_draft" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"regulation_id" uuid,
	"title" text NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	CONSTRAINT "scheme_draft_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "scheme_draft_state" CHECK (state in ('open', 'adopted', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "scheme_version" (
	"tenant_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"scheme" jsonb NOT NULL,
	"regulation_id" uuid,
	"effective_from" date NOT NULL,
	"adopted_at" timestamp (3) with time zone NOT NULL,
	"adopted_by" text NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "scheme_version_tenant_id_version_pk" PRIMARY KEY("tenant_id","version"),
	CONSTRAINT "scheme_version_number" CHECK (version >= 1)
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "set_up_token" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"is_sample" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_tenant_id_staff_number_person_tenant_id_staff_number_fk" FOREIGN KEY ("tenant_id","staff_number") REFERENCES "public"."person"("tenant_id","staff_number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_step" ADD CONSTRAINT "draft_step_tenant_id_draft_id_scheme_draft_tenant_id_id_fk" FOREIGN KEY ("tenant_id","draft_id") REFERENCES "public"."scheme_draft"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_row" ADD CONSTRAINT "ledger_row_of_entry" FOREIGN KEY ("tenant_id","entry_id") REFERENCES "public"."ledger_row"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_withdrawal" ADD CONSTRAINT "rating_withdrawal_tenant_id_mark_id_rating_mark_tenant_id_id_fk" FOREIGN KEY ("tenant_id","mark_id") REFERENCES "public"."rating_mark"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheme_draft" ADD CONSTRAINT "scheme_draft_tenant_id_regulation_id_regulation_tenant_id_id_fk" FOREIGN KEY ("tenant_id","regulation_id") REFERENCES "public"."regulation"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_tenant_id_regulation_id_regulation_tenant_id_id_fk" FOREIGN KEY ("tenant_id","regulation_id") REFERENCES "public"."regulation"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_of_person" ON "assignment" USING btree ("tenant_id","staff_number");--> statement-breakpoint
CREATE INDEX "ledger_row_of_person" ON "ledger_row" USING btree ("tenant_id","staff_number","occurred_on");--> statement-breakpoint
CREATE INDEX "ledger_row_by_day" ON "ledger_row" USING btree ("tenant_id","occurred_on","position");--> statement-breakpoint
CREATE INDEX "rating_mark_of_year" ON "rating_mark" USING btree ("tenant_id","year","staff_number");--> statement-breakpoint
CREATE INDEX "register_decision_of_rule" ON "register_decision" USING btree ("tenant_id","rule_id","first_on");--> statement-breakpoint
CREATE UNIQUE INDEX "scheme_draft_one_open" ON "scheme_draft" USING btree ("tenant_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");