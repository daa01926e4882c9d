/** Whether two plain values say the same, whatever the order of their fields; a field of undefined is no field. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [fields, others] = [fieldsOf(one), fieldsOf(other)]
  return (
    fields.size === others.size &&
    [...fields].every(([field, value]) => others.has(field) && isSameValue(value, others.get(field)))
  )
}

function fieldsOf(value: object): Map<string, unknown> {
  return new Map<string, unknown>(Object.entries(value).filter(([, one]) => one !== undefined))
}
