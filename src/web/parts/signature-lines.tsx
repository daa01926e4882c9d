import styles from './signature-lines.module.css'

/** Where people sign on paper, at the foot of a result; never parted from each other by a page's end. */
export function SignatureLines({ labels }: { readonly labels: readonly string[] }) {
  return (
    <footer className={styles.signatures}>
      {labels.map((label) => (
        <span key={label}>{label}</span>
      ))}
    </footer>
  )
}
