package org.waymark.measure;

import java.util.List;
import org.waymark.measure.fact.Fact;

class ReferenceEngineTest extends EngineContract {
  @Override
  Cells compute(Plan plan, List<List<Fact>> batches) {
    FactStore.InMemory store = new FactStore.InMemory();
    return new ReferenceEngine(store).compute(plan, store.write(batches));
  }

  @Override
  Cells compute(PeriodPlan plan, List<List<Fact>> batches) {
    FactStore.InMemory store = new FactStore.InMemory();
    return new ReferenceEngine(store).compute(plan, store.write(batches));
  }
}
