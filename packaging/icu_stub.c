/* An ICU without data, in place of libicudata in wheels: 31 MB that libxml2 asks for nothing, because it converts encodings
   with iconv and asks ICU only for those that iconv does not know. scripts/wheel compiles it. The layout is that of ICU's own
   stubdata (a data header and an empty table of contents). */
#include <stdint.h>

#define NAME2(version) icudt##version##_dat
#define NAME(version) NAME2(version)

struct data {
  uint16_t header_size;
  uint8_t magic1, magic2;
  uint16_t info_size, reserved;
  uint8_t big_endian, charset_family, size_of_char, reserved2;
  uint8_t format[4], format_version[4], data_version[4];
  char padding[8];
  uint32_t count, unused;
};

const struct data NAME(ICU_VERSION) = {
    32,  0xda, 0x27, 20, 0, 0, 0, 2, 0, {'T', 'o', 'C', 'P'}, {1, 0, 0, 0}, {0, 0, 0, 0}, "", 0, 0};
