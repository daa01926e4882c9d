import { defineText } from './dictionary.ts'

/** 核验文件: taking away what can be checked without the system. */
export const proofFilesText = defineText(
  {
    title: '核验文件',
    explain:
      '下载后不靠本系统、不联网就能逐项核对：台账没有改写，通报与发布时一致。完整文件还能把每个成绩和每笔工资重算一遍。',
    scopes: {
      public: { title: '公开文件', what: '全镇公布的通报、本人的文件和记录。', button: '下载公开文件' },
      pay: { title: '财务文件', what: '另有年度结果和工资清单，没有记录。', button: '导出财务文件' },
      full: {
        title: '完整文件',
        what: '全部记录、方案、通报和底稿，含个人信息，请妥善保管。',
        button: '导出完整文件',
      },
    },
    fileName: { public: '公开核验文件.json', pay: '财务核验文件.json', full: '完整核验文件.json' },
    verifier: '离线核验页',
    verifierWhat:
      '一个网页文件，存到电脑上双击打开，把核验文件放进去。装有本系统的电脑也可以用命令 gongdao verify。',
    verifierButton: '下载离线核验页',
    verifierName: '公道离线核验.html',
    noticed: '导出记入审计。',
  },
  {
    title: 'Proof files',
    explain:
      'Checked without this system and without a network: the log was not rewritten and bulletins are as published. A full file has every score and every payment reckoned again.',
    scopes: {
      public: {
        title: 'Public',
        what: 'Bulletins of the town, your own documents and entries.',
        button: 'Download',
      },
      pay: { title: 'Finance', what: 'Annual results and pay lists too; no entries.', button: 'Export' },
      full: {
        title: 'Full',
        what: 'All entries, schemes, bulletins and backings, with personal data.',
        button: 'Export',
      },
    },
    fileName: { public: 'public-proof.json', pay: 'pay-proof.json', full: 'full-proof.json' },
    verifier: 'Offline verifier',
    verifierWhat:
      'One HTML file: save it, open it from the disk, and give it a proof file. Or run gongdao verify.',
    verifierButton: 'Download the verifier',
    verifierName: 'gongdao-verify.html',
    noticed: 'Exports are kept in the audit.',
  },
)
