package dev.housecount.person;

class InMemoryPeopleStoreTest extends PeopleStoreContract {
  private final PeopleStore store = new InMemoryPeopleStore();

  @Override
  protected PeopleStore store() {
    return store;
  }
}
