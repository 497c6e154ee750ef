// Runs the bench as a wasm in Node: `node wasi.mjs FILE ARGUMENT…`. What it measures is said there.
import { readFile } from 'node:fs/promises';
import { argv, cpuUsage } from 'node:process';
import { WASI } from 'node:wasi';

const [, , file, ...rest] = argv;
const wasi = new WASI({ version: 'preview1', args: [file, ...rest], returnOnExit: true });
const module = await WebAssembly.compile(await readFile(file));
const imports = wasi.getImportObject();
let instance;
// Its clock counts time of the processor, as the bench does natively: others may use the machine.
imports.wasi_snapshot_preview1.clock_time_get = (_clock, _precision, at) => {
    const { user, system } = cpuUsage();
    new DataView(instance.exports.memory.buffer).setBigUint64(at, BigInt(user + system) * 1000n, true);
    return 0;
};
instance = await WebAssembly.instantiate(module, imports);
wasi.start(instance);
