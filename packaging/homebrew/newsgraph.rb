# For a tap: brew install --HEAD newsgraph/tap/newsgraph
# A release sets url and sha256 (.github/workflows/release.yml).
class Newsgraph < Formula
  desc "Knowledge graphs from news: who owns, bans and denounces whom"
  homepage "https://github.com/newsgraph/newsgraph"
  url "https://github.com/newsgraph/newsgraph/archive/refs/tags/v0.1.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "Apache-2.0"
  head "https://github.com/newsgraph/newsgraph.git", branch: "main"

  depends_on "boost" => :build
  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "ninja" => :build
  depends_on "nlohmann-json" => :build
  depends_on "node" => :build
  depends_on "pkgconf" => :build
  depends_on "brotli"
  depends_on "fmt"
  depends_on "graphviz"
  depends_on "highway"
  depends_on "libarchive"
  depends_on :linux # the build embeds its data with ELF's assembler directives
  depends_on "utf8proc"
  depends_on "xxhash"
  depends_on "zstd"

  uses_from_macos "libxml2"
  uses_from_macos "ncurses"
  uses_from_macos "sqlite"
  uses_from_macos "zlib"

  def install
    args = ["-G", "Ninja", "-DNEWSGRAPH_TESTS=OFF", "-DNEWSGRAPH_PCH=ON", *std_cmake_args]
    system "cmake", "-S", ".", "-B", "build", *args
    system "cmake", "--build", "build"
    system "cmake", "--install", "build"
  end

  test do
    (testpath/"article.txt").write "Australia banned TikTok on government devices.\n"
    output = shell_output("#{bin}/newsgraph claims article.txt --quiet")
    assert_match '"relation":"bans"', output
  end
end
