import { Button } from 'antd'
import { useState } from 'react'
import { townAccountEndpoints } from '../../../http/contract/town-accounts.ts'
import { useAnswer } from '../../parts/queries.ts'
import { useMay, useSeesOthersScores, useSession } from '../../parts/session.tsx'
import { LoadingState } from '../../parts/states.tsx'
import { useText } from '../../text/dictionary.ts'
import { firstStepsText } from '../../text/first-steps.ts'
import { FirstStepsCard } from './first-steps-card.tsx'
import { readFirstSteps } from './first-steps.ts'
import { Road } from './road.tsx'

/** The way from regulation to pay; in a new town its founder first finds what must be there to walk it. */
export function TownRoad() {
  const text = useText(firstStepsText)
  const session = useSession()
  const may = useMay()
  const seesOthersScores = useSeesOthersScores()
  const [isSkipped, skip] = useState(false)
  const isFounder = session.roles.includes('founder') && !session.town.isSample
  const accounts = useAnswer(townAccountEndpoints.listAccounts, {}, { enabled: isFounder })
  if (isFounder && accounts.isPending) return <LoadingState rows={4} />
  const steps = accounts.data === undefined ? null : readFirstSteps(accounts.data.accounts, session)
  const isUnfinished = isFounder && steps !== null && Object.values(steps.isDone).includes(false)
  if (isUnfinished && !isSkipped) return <FirstStepsCard steps={steps} onSkip={() => skip(true)} />
  return (
    <>
      {isUnfinished && (
        <p>
          <Button type="link" onClick={() => skip(false)}>
            {text.resume}
          </Button>
        </p>
      )}
      {may('entry.confirm', 'scheme.adopt', 'score.read') && seesOthersScores && <Road />}
    </>
  )
}
