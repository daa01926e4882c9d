import { useQuery } from '@tanstack/react-query'
import { Button, QRCode } from 'antd'
import { secondFactorEndpoints } from '../../http/contract/second-factor.ts'
import { useText } from '../text/dictionary.ts'
import { secondFactorText } from '../text/second-factor.ts'
import { call } from './api.ts'
import styles from './offered-secret.module.css'
import { ErrorState, LoadingState } from './states.tsx'
import { useIsPhone } from './use-is-phone.ts'

/** What an authenticator is set up by: to be scanned, opened on this phone, or typed. */
export function OfferedSecret() {
  const text = useText(secondFactorText).setUp
  const isPhone = useIsPhone()
  const offered = useQuery({
    queryKey: ['offered-secret'],
    queryFn: ({ signal }) => call(secondFactorEndpoints.offerSecondFactor, { signal }),
    // Kept nowhere once it is off the screen: the next one is another.
    gcTime: 0,
    staleTime: Infinity,
  })
  if (offered.error !== null) return <ErrorState error={offered.error} onRetry={() => void offered.refetch()} />
  if (offered.data === undefined) return <LoadingState rows={4} />
  const { uri, typed } = offered.data
  return (
    <>
      {isPhone && (
        <Button href={uri} block className={styles.open ?? ''}>
          {text.openApp}
        </Button>
      )}
      <div role="img" aria-label={text.qrLabel} className={styles.code}>
        <QRCode value={uri} type="svg" size={176} errorLevel="M" />
      </div>
      <p className="quiet">{text.typed}</p>
      <p className={styles.typed} data-testid="offered-secret">
        {typed}
      </p>
    </>
  )
}
