-- Written by hand: roles, rights and row-level security, which drizzle does not generate.
-- The application signs in as gongdao_app, which owns nothing. What is on record it may only read and add to.

do $$
begin
  if not exists (select from pg_roles where rolname = 'gongdao_app') then
    create role gongdao_app nologin;
  end if;
end
$$;

grant usage on schema public to gongdao_app;

-- Sign-in.
grant select, insert on tenant, membership to gongdao_app;
grant select, insert, update on account to gongdao_app;
grant select, insert, update, delete on session, set_up_token to gongdao_app;

-- On record: added to, never changed or removed.
grant select, insert on
  ledger_row, scheme_version, regulation, rating_mark, rating_withdrawal, register_decision, idempotency
  to gongdao_app;

-- Work in progress and the roster.
grant select, insert, update on scheme_draft, draft_step, person to gongdao_app;
grant select, insert, update, delete on assignment to gongdao_app;

-- The second wall behind the application's own `where tenant_id = …`: without a town set, no row is seen or added.
do $$
declare
  town_table text;
begin
  foreach town_table in array array[
    'regulation', 'scheme_draft', 'draft_step', 'scheme_version', 'person', 'assignment', 'ledger_row',
    'rating_mark', 'rating_withdrawal', 'register_decision', 'idempotency'
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

-- The one way anything on record can go: a sample town, whole. Runs with the owner's rights and refuses a real town.
create function remove_sample_town(town uuid) returns void
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
  delete from scheme_version where tenant_id = town;
  delete from draft_step where tenant_id = town;
  delete from scheme_draft where tenant_id = town;
  delete from regulation where tenant_id = town;
  delete from session where tenant_id = town;
  delete from membership where tenant_id = town;
  delete from tenant where id = town;
end
$$;
revoke all on function remove_sample_town(uuid) from public;
grant execute on function remove_sample_town(uuid) to gongdao_app;
