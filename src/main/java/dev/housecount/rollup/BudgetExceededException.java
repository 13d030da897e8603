package dev.housecount.rollup;

/** More would have to be read than is allowed; a shorter range or fewer parts may do. */
public final class BudgetExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ReadBudget budget;

  BudgetExceededException(ReadBudget budget) {
    super("more than %d chunks or %s".formatted(budget.chunks(), budget.time()));
    this.budget = budget;
  }

  /** What was allowed. */
  public ReadBudget budget() {
    return budget;
  }
}
