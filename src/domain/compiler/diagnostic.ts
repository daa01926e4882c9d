// Findings live beside the text they speak of, so that the scheme's own lint may report them too.
export * from '../regulation/diagnostic.ts'
