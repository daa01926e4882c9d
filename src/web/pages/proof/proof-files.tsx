import { App, Button } from 'antd'
import { useState } from 'react'
import { proofFileEndpoints } from '../../../http/contract/proof-files.ts'
import { download, messageOf } from '../../parts/api.ts'
import { useMay } from '../../parts/session.tsx'
import { useText } from '../../text/dictionary.ts'
import { proofFilesText } from '../../text/proof-files.ts'
import sections from './proof.module.css'
import styles from './proof-files.module.css'

const scopes = [
  { scope: 'public', action: 'proof.read', endpoint: proofFileEndpoints.downloadPublicProof },
  { scope: 'pay', action: 'proof.export-pay', endpoint: proofFileEndpoints.downloadPayProof },
  { scope: 'full', action: 'proof.export-full', endpoint: proofFileEndpoints.downloadFullProof },
] as const

type Taken = (typeof scopes)[number]['scope'] | 'verifier'

/** What each may take away to check, and the page that checks it. */
export function ProofFiles() {
  const text = useText(proofFilesText)
  const may = useMay()
  const { message } = App.useApp()
  const [under, setUnder] = useState<Taken | null>(null)
  const take = (what: Taken, taking: Promise<void>) => {
    setUnder(what)
    taking.catch((cause: unknown) => void message.error(messageOf(cause))).finally(() => setUnder(null))
  }
  return (
    <section aria-labelledby="proof-files" className={sections.section}>
      <h2 id="proof-files">{text.title}</h2>
      <p className={sections.explain}>{text.explain}</p>
      <ul className={styles.files}>
        {scopes
          .filter(({ action }) => may(action))
          .map(({ scope, endpoint }) => (
            <li key={scope}>
              <div>
                <h3>{text.scopes[scope].title}</h3>
                <p className="quiet">{text.scopes[scope].what}</p>
              </div>
              <Button
                loading={under === scope}
                onClick={() => take(scope, download(endpoint, text.fileName[scope], {}))}
              >
                {text.scopes[scope].button}
              </Button>
            </li>
          ))}
        <li>
          <div>
            <h3>{text.verifier}</h3>
            <p className="quiet">{text.verifierWhat}</p>
          </div>
          <Button
            loading={under === 'verifier'}
            onClick={() => take('verifier', download(proofFileEndpoints.downloadVerifier, text.verifierName, {}))}
          >
            {text.verifierButton}
          </Button>
        </li>
      </ul>
      <p className="quiet">{text.noticed}</p>
    </section>
  )
}
