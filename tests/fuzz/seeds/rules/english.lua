local school = woord(fact.name, "school*", "*onderwijs")
classification { view = "doelen", facts = { "name", "amount" },
rules = { { "groen", all_of { school, none_of(between(fact.amount,
  1, 2), at_least(fact.amount, 3), at_most(fact.amount, 4),
  less_than(fact.amount, 5), equals(fact.amount, 6, 7)) },
  because = "School." }, { "straat", always } }, tests = {} }
