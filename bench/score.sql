-- What the scoring engine does for a town of full-year staff, as one plain query: points in hundredths, money in fen.
-- Tables: person, item, rule, entry, mark, rater_group (bench/score.ts writes them from the same town).
with counted as (
  select e.person, e.rule, e.quantity, e.occurred_on, e.position, e.matter, e.discretion,
         r.item, r.place, r.effect, r.points, r.fen, r.per, r.grace, r.cap, r.family, r.has_target,
         case r.grace_window when 'month' then date_trunc('month', e.occurred_on)
                             when 'quarter' then date_trunc('quarter', e.occurred_on)
                             else date_trunc('year', e.occurred_on) end as units_window
    from entry e join rule r on r.id = e.rule
   where e.state = 'confirmed'
),
running as (
  select *, sum(quantity) over (partition by person, rule, units_window order by occurred_on, position) as units
    from counted
),
charged as (
  select *,
         case when effect = 'discretionary' then discretion
              when has_target then 0
              when effect in ('deduct', 'add', 'money') then
                (greatest(0, units - grace) / per - greatest(0, units - quantity - grace) / per)
                * case effect when 'money' then fen else points end
         end as amount
    from running
),
largest as (
  select *,
         case when matter is null then 1
              when place = 'reward' then row_number() over (
                partition by person, place, effect, matter order by amount desc, occurred_on, position)
              when family is null then 1
              else row_number() over (partition by person, family, matter order by amount desc, occurred_on, position)
         end as standing
    from charged
),
moved as (
  select person, item, place, rule, effect,
         least(sum(amount), coalesce(min(cap), sum(amount))) as amount
    from largest
   where standing = 1 and effect in ('deduct', 'add', 'discretionary')
   group by person, item, place, rule, effect
),
moved_by_item as (
  select person, item, sum(case effect when 'add' then amount else -amount end) as change
    from moved where place = 'item' group by person, item
),
achieved as (
  select person, rule, sum(quantity) as quantity from counted where has_target group by person, rule
),
short as (
  select p.id as person, r.item,
         sum(greatest(0, r.target - coalesce(a.quantity, 0)) / r.step * r.points) as points
    from person p cross join rule r
    left join achieved a on a.person = p.id and a.rule = r.id
   where r.has_target
   group by p.id, r.item
),
forfeited as (
  select distinct person, item from counted where effect = 'forfeit'
),
base_set as (
  select distinct on (c.person, c.item) c.person, c.item,
         case c.effect when 'award' then c.points else floor(i.points * c.quantity / 10000.0 + 0.5)::bigint end as base
    from counted c join item i on i.id = c.item
   where c.effect in ('award', 'proportional')
   order by c.person, c.item, c.occurred_on desc, c.position desc
),
item_score as (
  select p.id as person, i.id as item,
         case when f.person is not null then 0
              when i.is_set and b.base is null then null
              else greatest(0, least(i.points,
                     case when i.is_set then b.base else i.points end
                     + coalesce(m.change, 0) - coalesce(s.points, 0)))
         end as score
    from person p
    join item i on i.office is null or i.office = p.office
    left join base_set b on b.person = p.id and b.item = i.id
    left join moved_by_item m on m.person = p.id and m.item = i.id
    left join short s on s.person = p.id and s.item = i.id
    left join forfeited f on f.person = p.id and f.item = i.id
),
work as (
  select person, sum(score) as points, count(*) = count(score) as complete from item_score group by person
),
rewards as (
  select person, sum(case effect when 'add' then amount else -amount end) as points
    from moved where place = 'reward' group by person
),
rated as (
  select person, floor(sum(weight * mean) * 2000 / (sum(weight) * 10000) + 0.5)::bigint as points
    from (select k.person, g.weight, avg(k.mark) as mean
            from mark k join rater_group g on g.name = k.rater_group
           group by k.person, g.name, g.weight) by_group
   group by person having count(*) = (select count(*) from rater_group)
),
taken as (
  select person, sum(amount) as fen from largest where effect = 'money' and standing = 1 group by person
),
zeroed as (select distinct person from counted where effect = 'zero')
select p.id as person,
       case when z.person is not null then 0
            when not w.complete or t.points is null then null
            else greatest(0, w.points + t.points + coalesce(r.points, 0)) end as score,
       coalesce(f.fen, 0) as money_fen
  from person p
  join work w on w.person = p.id
  left join rewards r on r.person = p.id
  left join rated t on t.person = p.id
  left join taken f on f.person = p.id
  left join zeroed z on z.person = p.id
 order by p.id
