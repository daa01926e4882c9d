import type { BulletinDraft, BulletinHead } from '../commands/bulletin-store.ts'
import { backingOf } from '../domain/bulletin/backing.ts'
import { payListChanges } from '../domain/bulletin/corrected-figures.ts'
import { payDifferenceBlocks, payrollBlocks } from '../domain/bulletin/payroll-blocks.ts'
import { payChanges, type FinalPayList } from '../domain/pay/final-pay-list.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { DraftAsked, DraftBulletinPorts, KindOfBulletin } from './draft-bulletin.ts'
import { latestApproved } from './draft-result.ts'
import type { BulletinNotReady } from './drafted-bulletin.ts'
import { yearOfPeriod } from './period-year.ts'

/** 绩效工资发放表 of the year's latest approved pay list; after one was issued, only the differences are. */
export async function draftPayroll(
  ports: DraftBulletinPorts,
  { period }: BulletinDraft,
  last: BulletinHead | null,
  { engineVersion, sha256 }: DraftAsked,
): Promise<Result<KindOfBulletin, BulletinNotReady>> {
  const year = yearOfPeriod(period)
  const payList = latestApproved(await ports.payLists.list(), year)
  if (payList === null) return refuse({ code: 'pay-list-not-approved', year })
  const before = last === null ? null : await ports.bulletins.find(last.id)
  const earlier = before?.backing?.payList ?? null
  if (before !== null && earlier?.number === payList.number)
    return refuse({ code: 'bulletin-unchanged', number: before.number })
  const result = (await ports.annualResults.list()).find(
    ({ subject, decision }) =>
      subject.year === year && subject.number === payList.resultNumber && decision?.state === 'approved',
  )?.snapshot
  if (result === undefined) return refuse({ code: 'result-not-approved', year })
  return accept({
    audience: 'pay',
    ledgerPosition: result.ledgerPosition,
    warnings: [],
    backing: (newSalt) => backingOf({ newSalt, year: null, result, payList }, sha256),
    asOf: result.asOf,
    schemes: result.schemes,
    engineVersion,
    blocks:
      earlier === null
        ? payrollBlocks(payList)
        : payDifferenceBlocks(payChanges(earlier, payList), (staffNumber) =>
            officeOf([payList, earlier], staffNumber),
          ),
    figures: null,
    changes: earlier === null ? null : payListChanges(earlier, payList),
  })
}

function officeOf(lists: readonly FinalPayList[], staffNumber: string): string {
  const line = lists.flatMap(({ lines }) => lines).find((one) => one.staffNumber === staffNumber)
  return line?.office ?? ''
}
