import type { ThemeConfig } from 'antd'

/** Ink on paper with the deep red of an official letterhead as the one accent; base.css names the same colours. */
const colours = {
  ink: '#1f2328',
  muted: '#5c6169',
  paper: '#faf9f5',
  sheet: '#ffffff',
  line: '#e3dfd5',
  accent: '#9b1c1f',
  good: '#2f6b3c',
  caution: '#8a5a00',
  bad: '#a5322a',
  /** Where one is typing: never a red, which says that something is wrong. */
  focus: '#3d5a80',
}

const field = {
  activeBorderColor: colours.focus,
  hoverBorderColor: '#8fa3b8',
  activeShadow: '0 0 0 2px rgb(61 90 128 / 14%)',
}

const fontFamily =
  "'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans SC', 'Source Han Sans SC', " +
  "'Noto Sans CJK SC', 'Gongdao Rare Characters', sans-serif"

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.accent,
    colorLink: colours.accent,
    colorInfo: colours.focus,
    colorSuccess: colours.good,
    colorWarning: colours.caution,
    colorError: colours.bad,
    colorText: colours.ink,
    colorTextSecondary: colours.muted,
    // Said outright: washes derived from dark colours come out muddy.
    colorInfoBg: '#f1f4f8',
    colorInfoBorder: '#d3dbe6',
    colorSuccessBg: '#eff6f0',
    colorSuccessBorder: '#c5dcc9',
    colorWarningBg: '#fdf6e3',
    colorWarningBorder: '#ead9a4',
    colorErrorBg: '#fcf0ee',
    colorErrorBorder: '#ecc5bf',
    colorTextTertiary: '#6d727a',
    colorTextPlaceholder: '#878c93',
    colorBgLayout: colours.paper,
    colorBgContainer: colours.sheet,
    colorBorder: '#cfcabd',
    colorBorderSecondary: colours.line,
    fontFamily,
    fontSize: 14,
    lineHeight: 1.65,
    controlHeight: 34,
    borderRadius: 4,
    borderRadiusLG: 6,
    boxShadow: '0 2px 10px rgb(31 35 40 / 8%)',
    boxShadowSecondary: '0 4px 18px rgb(31 35 40 / 12%)',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    wireframe: false,
  },
  components: {
    Input: field,
    InputNumber: field,
    DatePicker: field,
    Select: { ...field, activeOutlineColor: 'rgb(61 90 128 / 14%)' },
    Table: {
      headerBg: '#f4f1ea',
      headerColor: colours.ink,
      rowHoverBg: '#faf7f0',
      rowSelectedBg: '#f8efe9',
      rowSelectedHoverBg: '#f4e8e1',
      cellPaddingBlock: 9,
      cellPaddingBlockMD: 7,
      cellPaddingBlockSM: 5,
      headerBorderRadius: 0,
    },
    Menu: {
      itemSelectedBg: '#f5e9e4',
      itemSelectedColor: colours.accent,
      itemBg: 'transparent',
      itemHeight: 36,
      groupTitleFontSize: 12,
      groupTitleColor: '#6d727a',
      activeBarBorderWidth: 0,
    },
    Layout: { bodyBg: colours.paper, headerBg: colours.sheet, siderBg: colours.paper },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { itemMarginBottom: 22, verticalLabelPadding: '0 0 4px' },
    Drawer: { paddingLG: 20 },
    Tabs: { horizontalMargin: '0 0 12px 0' },
  },
}
