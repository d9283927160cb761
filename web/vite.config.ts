import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

import { mockApi } from './src/testing/vite-mock-api';

const banli = process.env.BANLI_ORIGIN ?? 'http://127.0.0.1:8600';
const src = fileURLToPath(new URL('./src', import.meta.url));

/**
 * Ant Design writes its style sheets while it runs, as `<style>` elements, which a Content-Security-Policy without
 * 'unsafe-inline' forbids. All of them go through one module of its utilities; ours hands the same text to the
 * CSSOM (constructable style sheets), which the policy allows.
 */
function stylesByCssom(): Plugin {
  return {
    name: 'styles-by-cssom',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer || !/(^|\/)dynamicCSS(\.js)?$/.test(source)) return null;
      return this.resolve(`${src}/lib/styles/cssom.ts`, importer, { skipSelf: true });
    },
  };
}

/**
 * Two parts of Ant Design that every first page needs bring all of its pop-ups for settings that we do not use: the
 * provider for `tooltip.unique`, a label of a form for its `tooltip`. Without them the pop-ups come when one is needed.
 */
const UNUSED = [
  { by: 'antd/es/config-provider/', what: '/tooltip/UniqueProvider' },
  { by: 'antd/es/form/', what: '../tooltip' },
];

function withoutUnused(): Plugin {
  return {
    name: 'without-unused',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!UNUSED.some(({ by, what }) => importer?.includes(by) && source.endsWith(what))) return null;
      return this.resolve(`${src}/lib/styles/children-only.ts`, importer, { skipSelf: true });
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), stylesByCssom(), withoutUnused(), ...(mode === 'mock' ? [mockApi()] : [])],
  resolve: {
    alias: [
      { find: '@', replacement: src },
      // Its package leads every bundler to the build with development warnings.
      {
        find: /^react-router$/,
        replacement: fileURLToPath(
          new URL('./node_modules/react-router/dist/production/index.mjs', import.meta.url),
        ),
      },
    ],
  },
  // Pre-bundling would hide the module that stylesByCssom replaces.
  optimizeDeps: { rolldownOptions: { plugins: [stylesByCssom(), withoutUnused()] } },
  server: {
    host: '127.0.0.1',
    port: 5173,
    // The API refuses writes from another origin; to it this server is the installation that it stands before.
    proxy: { '/v1': { target: banli, changeOrigin: true, headers: { origin: banli } } },
  },
  build: {
    target: 'es2022',
    sourcemap: false,
    // Inlined assets would be data: addresses in scripts and fonts; files keep the policy short and the cache warm.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // The entry names every file: seven characters of a hash tell them apart as well as eight.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        // Few files for what every page needs: they compress better together, and stay cached over releases.
        codeSplitting: {
          groups: [
            // The words of field types are needed together, in one language.
            { name: 'field-types-zh-CN', test: /entities\/field\/types\/\w+\/locales\/zh-CN/ },
            { name: 'field-types-en', test: /entities\/field\/types\/\w+\/locales\/en/ },
            // What most pages share of our own is one file with them; below that share a file of each page's own is smaller.
            {
              name: 'common',
              test: /lucide-react|src\/(components|entities|lib|config)\/(?!.*locales)/,
              minShareCount: 26,
            },
            {
              name: 'react',
              // Without Trans and its parser: only few pages need these.
              test: /node_modules\/((react|react-dom|scheduler|react-router|@tanstack|i18next)\/|react-i18next\/(?!dist\/es\/Trans))/,
            },
          ],
        },
      },
    },
  },
}));
