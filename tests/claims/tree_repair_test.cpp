#include "claims/repair/repairs.h"
#include "claims/repaired.h"

using namespace newsgraph;
using newsgraph::testing::check;

TEST_CASE("what is called something is the object of calling") {
  check(repair_valency,
        "Mara/NNP/nsubj/2 calls=call/VBZ/root/0 the/DT/det/4 plan/NN/nsubj/5 foolish/JJ/xcomp/2",
        "plan/obj/calls, foolish/xcomp/calls");
}

TEST_CASE("of two that are called, the first is called the second") {
  check(repair_valency,
        "Mara/NNP/nsubj/2 called=call/VBD/root/0 conduct/NN/xcomp/2 a/DT/det/5 breach/NN/xcomp/2",
        "conduct/obj, breach/xcomp");
}
