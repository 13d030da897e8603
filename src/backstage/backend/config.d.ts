export interface Config {
  housecount?: {
    /**
     * The URL of the Housecount function, without a path.
     */
    baseUrl: string;
    /**
     * A token of scope write: with it the relay sends what users' browsers report, and the names of users.
     * @visibility secret
     */
    writeToken: string;
    /**
     * A token of scope read: with it reports are read for whoever may read them.
     * @visibility secret
     */
    readToken: string;
    /**
     * A token of scope catalog: with it the catalog is pushed. Needed unless catalog.enabled is false.
     * @visibility secret
     */
    catalogToken?: string;
  };
}
