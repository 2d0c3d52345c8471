// Products of bytes on the CPUs that have an instruction for them (AVX-512 VNNI: Ice Lake, Zen 4 and later),
// which Highway 1.0 does not know; and what others need instead. For kernels-inl.h alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "language/network/kernels.h"

namespace newsgraph::kernels {

// Whether this CPU has the instruction.
bool has_byte_products();

// As multiply() for bytes, to the same bits. Only where has_byte_products().
void multiply_bytes(const PackedMatrix& w, const ByteRows& x, float* y, std::size_t y_stride);

// Memory for `size` bytes that become 16 bits each, of the calling thread; valid until its next call.
std::span<std::int16_t> widened(std::size_t size);

}  // namespace newsgraph::kernels
