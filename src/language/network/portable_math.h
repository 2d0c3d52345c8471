// Functions whose bits do not depend on the platform's library: from additions, multiplications and divisions
// alone.
#pragma once

namespace newsgraph {

// e^x; 0 below -700 and for what is no number, e^700 above.
double exponential(double x);
// The natural logarithm of a positive, normal number.
double logarithm(double x);

}  // namespace newsgraph
