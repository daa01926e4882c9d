import { superiorResultDefinition } from '../../../../domain/registers/superior-result/superior-result-record.ts'
import { superiorResultEndpoints } from '../../../../http/contract/registers/superior-results.ts'
import { RegisterPage } from '../../../parts/register/register-page.tsx'
import { useText } from '../../../text/dictionary.ts'
import { superiorResultsText } from '../../../text/superior-results.ts'

const operations = {
  list: superiorResultEndpoints.listSuperiorResults,
  add: superiorResultEndpoints.addSuperiorResult,
  change: superiorResultEndpoints.changeSuperiorResult,
  withdraw: superiorResultEndpoints.withdrawSuperiorResult,
}

/** 上级考核结果: what superiors have notified, with the documents that say so. */
export function SuperiorResultsPage() {
  const text = useText(superiorResultsText)
  return <RegisterPage definition={superiorResultDefinition} operations={operations} text={text} opensAdded />
}
