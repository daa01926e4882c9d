import { answer, endpoint } from './endpoint.ts'

/** 核验文件: what anyone can check without us (gongdao-proof/1), and the page that checks it. */
export const proofFileEndpoints = {
  /** What is published to the town, one's own documents and entries, and the log's head. */
  downloadPublicProof: endpoint({
    method: 'GET',
    path: '/api/proof/files/public',
    access: { action: 'proof.read' },
    answers: 'file',
    answer: answer<Blob>(),
  }),
  /** Annual results and pay lists too; no entries. */
  downloadPayProof: endpoint({
    method: 'GET',
    path: '/api/proof/files/pay',
    access: { action: 'proof.export-pay' },
    answers: 'file',
    answer: answer<Blob>(),
  }),
  /** Everything: every entry, score and pay can be reckoned again. */
  downloadFullProof: endpoint({
    method: 'GET',
    path: '/api/proof/files/full',
    access: { action: 'proof.export-full' },
    answers: 'file',
    answer: answer<Blob>(),
  }),
  /** One HTML file that checks these files from a disk, without a network. */
  downloadVerifier: endpoint({
    method: 'GET',
    path: '/api/proof/verifier',
    access: { action: 'proof.read' },
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
