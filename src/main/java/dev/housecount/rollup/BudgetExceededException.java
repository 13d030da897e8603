package dev.housecount.rollup;

/** More would have to be read than is allowed; a shorter range or fewer parts may do. */
public final class BudgetExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BudgetExceededException(ReadBudget budget) {
    super("more than %d chunks or %s".formatted(budget.chunks(), budget.time()));
  }
}
