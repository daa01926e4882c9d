import { Alert, Button, Form } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { gatheringEndpoints, type GatheringView } from '../../../../http/contract/registers/gatherings.ts'
import { messageOf } from '../../../parts/api.ts'
import { CodeField, digitsOf } from '../../../parts/code-field.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { useAnswer, useCommand } from '../../../parts/queries.ts'
import { ErrorState, LoadingState } from '../../../parts/states.tsx'
import { useText } from '../../../text/dictionary.ts'
import { gatheringText } from '../../../text/gatherings.ts'
import styles from './gathering.module.css'

/** On the phone: the six digits of the screen, filled in already for who scanned them. */
export function SignInAtPage() {
  const text = useText(gatheringText)
  const { id = '' } = useParams()
  const { data, error, refetch } = useAnswer(gatheringEndpoints.readGathering, { params: { gatheringId: id } })
  return (
    <div className={styles.signIn}>
      <PageHeader title={text.signInTitle} />
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingState rows={4} /> : <SignIn gathering={data.gathering} />}
      <p>
        <Link to="/registers/gathering">{text.toList}</Link>
      </p>
    </div>
  )
}

function SignIn({ gathering }: { readonly gathering: GatheringView }) {
  const text = useText(gatheringText)
  const [search] = useSearchParams()
  const { id, mine, state } = gathering
  const signIn = useCommand(gatheringEndpoints.signInToGathering, { quiet: true })
  const told =
    mine === null
      ? text.notCalled
      : mine === 'on-time'
        ? text.cameAlready
        : mine === 'late'
          ? text.cameLate
          : state === 'ended'
            ? text.rollClosed
            : null
  return (
    <>
      <h2>{gathering.title}</h2>
      <p className="quiet">
        {gathering.day} {gathering.startsAt} · {text.kinds[gathering.kind]}
        {gathering.place !== null && ` · ${gathering.place}`}
      </p>
      {told !== null ? (
        <Alert showIcon type={mine === 'on-time' || mine === 'late' ? 'success' : 'info'} title={told} />
      ) : (
        <Form<{ readonly code: string }>
          layout="vertical"
          initialValues={{ code: digitsOf(search.get('code') ?? '') }}
          onFinish={({ code }) => signIn.mutate({ params: { gatheringId: id }, body: { code } })}
        >
          {mine !== 'missing' && <Alert showIcon type="info" title={text.youAreExcused} />}
          <CodeField label={text.code} autoFocus />
          {signIn.error !== null && <Alert showIcon type="error" title={messageOf(signIn.error)} />}
          <Button
            className={styles.submit ?? ''}
            type="primary"
            size="large"
            htmlType="submit"
            block
            loading={signIn.isPending}
          >
            {text.submit}
          </Button>
        </Form>
      )}
    </>
  )
}
