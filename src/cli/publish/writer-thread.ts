import {parentPort, workerData} from 'node:worker_threads';

import type {Done, Job, WorkerSetting} from './job.js';
import {writeWhole} from './write-file.js';

// A thread that writes the files it is sent. What fails is for who sent them: the error says where.
parentPort?.on('message', (jobs: Job[]) => {
  const done: Done[] = jobs.map((job) => writeWhole(job, workerData as WorkerSetting));
  parentPort?.postMessage(done, []);
});
