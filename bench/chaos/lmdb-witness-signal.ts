/** Upon which the witness at the embedded store kills its process in the next save. */
export const KILL_IN_SAVE = "SIGUSR2";
