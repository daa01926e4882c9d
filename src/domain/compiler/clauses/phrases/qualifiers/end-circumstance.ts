/** A circumstance that ends the words before an effect: it is cut from the deed and becomes this field of the rule. */
export type EndCircumstance = { readonly field: 'severity' | 'rank' | 'subject' }
