import { Button } from 'antd'
import { accountEndpoints } from '../../../http/contract/account.ts'
import { sampleEndpoints } from '../../../http/contract/sample.ts'
import { useCommand } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { RemoveSampleButton } from '../../shell/sample-banner.tsx'
import { useText } from '../../text/dictionary.ts'
import { homeText } from '../../text/home.ts'
import styles from './home-page.module.css'

/** A filled town to look at, and the way to take it away again; inside the sample its banner does that. */
export function SampleCard() {
  const text = useText(homeText)
  const { town, towns } = useSession()
  const load = useCommand(sampleEndpoints.loadSample)
  const choose = useCommand(accountEndpoints.chooseTown)
  if (town.isSample) return null
  const sample = towns.find((other) => other.isSample)
  return (
    <section className={styles.card}>
      <h2>{text.sampleTitle}</h2>
      <p className="quiet">{sample === undefined ? text.sampleText : text.sampleThere}</p>
      <div className={styles.actions}>
        {sample === undefined ? (
          <Button loading={load.isPending} onClick={() => load.mutate({})}>
            {load.isPending ? text.loadingSample : text.loadSample}
          </Button>
        ) : (
          <>
            <Button loading={choose.isPending} onClick={() => choose.mutate({ body: { townId: sample.id } })}>
              {text.goToSample}
            </Button>
            <RemoveSampleButton />
          </>
        )}
      </div>
    </section>
  )
}
