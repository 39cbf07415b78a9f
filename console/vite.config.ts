import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.SIYU_DEV_SERVER ?? 'http://127.0.0.1:7420';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 30 },
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|i18next|react-i18next)[\\/]/,
              priority: 20,
            },
            { name: 'contract', test: /[\\/](contract|typebox)[\\/]/, priority: 10 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': server, '/v1': server, '/t': server, '/o': server, '/u': server },
  },
});
