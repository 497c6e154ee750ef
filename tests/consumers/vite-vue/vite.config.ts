import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const isCustomElement = (tag: string) => tag === "verbatim-quiz";

// A relative base, where React's project has an absolute one.
export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })], base: "./" });
