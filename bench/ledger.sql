-- A long ledger of one town: $1 entries of 200 people over years, all but the last 300 confirmed a while after they
-- were recorded, every hundredth reversed. Steps stand among the recordings, as they do in life.
with entry as (
  select place, gen_random_uuid() as id from generate_series(1, $1) place
), step as (
  select 'recording' as kind, id, id as entry_id, place, place * 10 as moment from entry
  union all
  select 'confirmation', gen_random_uuid(), id, place, place * 10 + 501 from entry where place <= $1 - 300
  union all
  select 'reversal', gen_random_uuid(), id, place, place * 10 + 902 from entry where place % 100 = 0
)
insert into ledger_row
select $2, row_number() over (order by moment), id, kind, entry_id, decode(repeat('ab', 200), 'hex'),
       case kind
         when 'recording' then jsonb_build_object(
           'staffNumber', 'p' || place % 200, 'schemeVersion', 1, 'ruleId', 'r' || place % 100,
           'clause', '上班时间脱岗，擅离职守，发现一次扣2分', 'quantity', 100, 'occurredOn', '2026-01-01', 'level', null,
           'matter', null, 'discretion', null, 'place', null, 'note', '第' || place || '次', 'basis', null)
         when 'reversal' then '{"reason": "人员记错"}'
         else '{}'
       end,
       case when kind = 'recording' then 'p' || place % 200 end,
       case when kind = 'recording' then date '2010-01-01' + place / 40 end,
       now(), '张三', null
  from step
