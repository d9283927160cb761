/** Ant Design in our colours, type and measures. Component tokens are here only where the shared ones do not reach. */
import { theme as antd, type ThemeConfig } from 'antd';

import type { Scheme } from './mode';
import { DARK, LIGHT, type Palette } from './palette';

export function antdTheme(scheme: Scheme, motion: boolean): ThemeConfig {
  const colour = scheme === 'dark' ? DARK : LIGHT;
  return {
    // Each scheme has its own set of variables, so that changing back and forth is only a change of class.
    cssVar: { key: `ant-${scheme}` },
    hashed: false,
    algorithm: scheme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: { ...colours(colour), ...measures, motion },
    components: components(colour),
  };
}

const measures: ThemeConfig['token'] = {
  fontFamily: 'var(--font)',
  fontSize: 14,
  lineHeight: 22 / 14,
  fontSizeHeading1: 28,
  fontSizeHeading2: 22,
  fontSizeHeading3: 18,
  fontSizeHeading4: 16,
  fontWeightStrong: 600,
  borderRadius: 6,
  borderRadiusLG: 10,
  borderRadiusSM: 4,
  controlHeight: 36,
  controlHeightLG: 44,
  controlHeightSM: 28,
  motionDurationFast: '0.1s',
  motionDurationMid: '0.16s',
  motionDurationSlow: '0.22s',
};

function colours(colour: Palette): ThemeConfig['token'] {
  return {
    colorPrimary: colour.primary,
    colorPrimaryHover: colour.primaryHover,
    colorPrimaryActive: colour.primaryActive,
    colorPrimaryText: colour.primaryText,
    colorPrimaryBg: colour.primarySoft,
    colorPrimaryBgHover: colour.primarySoft,
    colorLink: colour.primaryText,
    colorLinkHover: colour.primaryHover,
    colorLinkActive: colour.primaryActive,
    colorInfo: colour.primary,
    colorSuccess: colour.success,
    colorSuccessBg: colour.successSoft,
    colorWarning: colour.warning,
    colorWarningBg: colour.warningSoft,
    colorError: colour.danger,
    colorErrorBg: colour.dangerSoft,
    colorErrorText: colour.danger,
    colorText: colour.text,
    colorTextSecondary: colour.muted,
    colorTextTertiary: colour.faint,
    colorTextQuaternary: colour.faint,
    colorTextPlaceholder: colour.faint,
    colorTextDescription: colour.muted,
    colorTextHeading: colour.text,
    colorTextLabel: colour.muted,
    colorIcon: colour.muted,
    colorBgLayout: colour.canvas,
    colorBgContainer: colour.surface,
    colorBgElevated: colour.raised,
    colorBorder: colour.lineStrong,
    colorBorderSecondary: colour.line,
    colorSplit: colour.line,
    colorFillAlter: colour.sunken,
    colorBgTextHover: colour.hover,
    controlItemBgHover: colour.hover,
    controlItemBgActive: colour.primarySoft,
    controlItemBgActiveHover: colour.primarySoft,
    controlOutline: `color-mix(in srgb, ${colour.primary} 22%, transparent)`,
    boxShadow: 'var(--shadow-2)',
    boxShadowSecondary: 'var(--shadow-3)',
    boxShadowTertiary: 'var(--shadow-1)',
  };
}

function components(colour: Palette): ThemeConfig['components'] {
  return {
    Button: {
      fontWeight: 500,
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      defaultBorderColor: colour.lineStrong,
      // In the dark scheme the colour of danger as text is too light to carry white.
      ...(colour === DARK ? { dangerColor: colour.canvas } : {}),
    },
    Form: {
      labelColor: colour.text,
      itemMarginBottom: 28,
      verticalLabelPadding: '0 0 6px',
      labelFontSize: 14,
    },
    Input: { activeShadow: `0 0 0 3px color-mix(in srgb, ${colour.primary} 18%, transparent)` },
    Select: { optionSelectedFontWeight: 500 },
    Table: {
      headerBg: 'transparent',
      headerColor: colour.muted,
      headerSplitColor: 'transparent',
      rowHoverBg: colour.hover,
      cellPaddingBlock: 12,
    },
    Modal: { titleFontSize: 18 },
  };
}
