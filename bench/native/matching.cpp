// The baseline Gradus.Matching is measured against: plain C++, flat arrays, one file, no libraries.
// matching read|match|pia|verify APPLICANTS POSTS REPEATS  and  matching draws APPLICANTS POSTS DRAWS THREADS
// Prints one line for each timing: the best seconds of all repeats, and a checksum that must equal the one C# finds.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using Clock = std::chrono::steady_clock;
static double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Ids {
    struct Slot { uint64_t hash; int32_t index; };
    std::vector<Slot> slots = std::vector<Slot>(64, Slot{0, -1});
    std::vector<std::string_view> text;
    // An id of up to seven bytes is its own key, as in the C# table; a longer one has a hash with 255 on top and its text is compared.
    static uint64_t hashOf(std::string_view id) {
        if (id.size() <= 7) {
            uint64_t word = 0;
            for (size_t i = 0; i < id.size(); i++) word |= (uint64_t)(uint8_t)id[i] << (8 * i);
            return word | (uint64_t)id.size() << 56;
        }
        uint64_t hash = id.size();
        for (char c : id) hash = (hash ^ (uint8_t)c) * 0x100000001B3ULL;
        return hash | 0xFF00000000000000ULL;
    }
    static size_t home(uint64_t key) { __uint128_t p = (__uint128_t)key * 0x9E3779B97F4A7C15ULL; return (size_t)((uint64_t)(p >> 64) ^ (uint64_t)p); }
    int find(std::string_view id, uint64_t hash) const {
        size_t mask = slots.size() - 1;
        for (size_t at = home(hash) & mask;; at = (at + 1) & mask) {
            if (slots[at].index < 0) return -1;
            if (slots[at].hash == hash && (id.size() <= 7 || text[slots[at].index] == id)) return slots[at].index;
        }
    }
    int add(std::string_view id) {
        uint64_t hash = hashOf(id);
        int found = find(id, hash);
        if (found >= 0) return found;
        if (2 * (text.size() + 1) >= slots.size()) grow();
        text.push_back(id);
        put(hash, (int)text.size() - 1);
        return (int)text.size() - 1;
    }
    void put(uint64_t hash, int index) {
        size_t mask = slots.size() - 1, at = home(hash) & mask;
        while (slots[at].index >= 0) at = (at + 1) & mask;
        slots[at] = {hash, index};
    }
    void grow() {
        std::vector<Slot> old(4 * slots.size(), Slot{0, -1});
        old.swap(slots);
        for (auto& slot : old) if (slot.index >= 0) put(slot.hash, slot.index);
    }
};

static std::string slurp(const char* path) {
    FILE* file = fopen(path, "rb");
    if (!file) { perror(path); exit(2); }
    fseek(file, 0, SEEK_END);
    std::string text(ftell(file), '\0');
    rewind(file);
    if (fread(text.data(), 1, text.size(), file) != text.size()) exit(2);
    fclose(file);
    return text;
}

struct Instance {
    std::string applicantText, postText;
    Ids applicants, posts;
    std::vector<int> offsets{0}, choices, places, rankingOffsets{0}, ranking;
    bool hasRankings = false;
};

template <class Each> static const char* list(const char* at, const char* end, Each each) {
    while (at < end) {
        const char* stop = at;
        while (stop < end && *stop != ';' && *stop != ',' && *stop != '\n') stop++;
        each(std::string_view(at, stop - at));
        if (stop == end || *stop != ';') return stop;
        at = stop + 1;
    }
    return at;
}

static void fail(const char* what) { fprintf(stderr, "bad input: %s\n", what); exit(2); }

static Instance read(const char* applicantPath, const char* postPath) {
    Instance in;
    in.applicantText = slurp(applicantPath);
    in.postText = slurp(postPath);
    std::vector<int> lastLister(1 << 16, -1);
    const char* at = in.applicantText.data();
    const char* end = at + in.applicantText.size();
    at = (const char*)memchr(at, '\n', end - at) + 1;
    while (at < end) {
        const char* comma = (const char*)memchr(at, ',', end - at);
        size_t before = in.applicants.text.size();
        int applicant = in.applicants.add(std::string_view(at, comma - at));
        if ((size_t)applicant != before) fail("applicant twice");
        at = list(comma + 1, end, [&](std::string_view id) {
            int post = in.posts.add(id);
            if (lastLister[post] == applicant) fail("choice twice");
            lastLister[post] = applicant;
            in.choices.push_back(post);
        });
        in.offsets.push_back((int)in.choices.size());
        at++;
    }
    std::vector<int> rankedBy(in.applicants.text.size(), -1), number(in.posts.text.size(), -1);
    at = in.postText.data();
    end = at + in.postText.size();
    const char* header = (const char*)memchr(at, '\n', end - at);
    in.hasRankings = std::string_view(at, header - at) == "post,places,ranking";
    at = header + 1;
    while (at < end) {
        const char* comma = (const char*)memchr(at, ',', end - at);
        std::string_view id(at, comma - at);
        int met = in.posts.find(id, Ids::hashOf(id)), post = (int)in.places.size();
        if (met >= 0) number[met] = post;
        char* stop;
        in.places.push_back((int)strtol(comma + 1, &stop, 10));
        at = stop;
        if (in.hasRankings) {
            at = list(at + 1, end, [&](std::string_view ranked) {
                int applicant = in.applicants.find(ranked, Ids::hashOf(ranked));
                if (applicant < 0) fail("unknown applicant");
                if (rankedBy[applicant] == post) fail("ranked twice");
                rankedBy[applicant] = post;
                in.ranking.push_back(applicant);
            });
            in.rankingOffsets.push_back((int)in.ranking.size());
        }
        at++;
    }
    for (int& choice : in.choices) { choice = number[choice]; if (choice < 0) fail("unknown post"); }
    return in;
}

struct Choice { int post, position; };

static std::vector<Choice> positions(const Instance& in) {
    int n = (int)in.offsets.size() - 1, m = (int)in.places.size();
    std::vector<int> starts(m + 1, 0), scratch(n, 0);
    for (int post : in.choices) starts[post + 1]++;
    for (int post = 0; post < m; post++) starts[post + 1] += starts[post];
    std::vector<int> next(starts.begin(), starts.end() - 1);
    std::vector<std::pair<int, int>> listers(in.choices.size());
    for (int a = 0; a < n; a++) for (int e = in.offsets[a]; e < in.offsets[a + 1]; e++) listers[next[in.choices[e]]++] = {a, e};
    std::vector<Choice> out(in.choices.size());
    for (int post = 0; post < m; post++) {
        for (int i = starts[post]; i < starts[post + 1]; i++) scratch[listers[i].first] = listers[i].second + 1;
        for (int i = in.rankingOffsets[post]; i < in.rankingOffsets[post + 1]; i++) {
            int e = scratch[in.ranking[i]];
            if (e) { out[e - 1] = {post, i - in.rankingOffsets[post]}; scratch[in.ranking[i]] = 0; }
        }
        for (int i = starts[post]; i < starts[post + 1]; i++) if (scratch[listers[i].first]) { out[listers[i].second] = {post, -1}; scratch[listers[i].first] = 0; }
    }
    return out;
}

static std::vector<int> deferredAcceptance(const Instance& in, const std::vector<Choice>& choices) {
    int n = (int)in.offsets.size() - 1, m = (int)in.places.size();
    struct Post { int free, worst, word, list; };
    std::vector<Post> posts(m);
    int words = 0;
    for (int p = 0; p < m; p++) {
        posts[p] = {in.places[p], -1, words, in.rankingOffsets[p]};
        words += (in.rankingOffsets[p + 1] - in.rankingOffsets[p] + 63) / 64;
    }
    std::vector<uint64_t> bits(words, 0);
    std::vector<int> next(in.offsets.begin(), in.offsets.end() - 1), now(n), later(n);
    for (int a = 0; a < n; a++) now[a] = a;
    for (int count = n; count > 0;) {
        int rejected = 0;
        for (int i = 0; i < count; i++) {
            if (i + 12 < count) __builtin_prefetch(&choices[next[now[i + 12]]]);
            int a = now[i], e = next[a], end = in.offsets[a + 1], displaced = -1;
            for (; e < end; e++) {
                Choice c = choices[e];
                if (c.position < 0) continue;
                Post& p = posts[c.post];
                if (p.free > 0) { p.free--; bits[p.word + (c.position >> 6)] |= 1ULL << (c.position & 63); p.worst = std::max(p.worst, c.position); break; }
                if (c.position > p.worst) continue;
                bits[p.word + (c.position >> 6)] |= 1ULL << (c.position & 63);
                int word = p.word + (p.worst >> 6);
                uint64_t w = bits[word] &= ~(1ULL << (p.worst & 63));
                displaced = in.ranking[p.list + p.worst];
                while (!w) w = bits[--word];
                p.worst = ((word - p.word) << 6) + 63 - __builtin_clzll(w);
                break;
            }
            next[a] = e;
            if (displaced >= 0) { next[displaced]++; later[rejected++] = displaced; }
        }
        now.swap(later);
        count = rejected;
    }
    std::vector<int> choiceOf(n);
    for (int a = 0; a < n; a++) {
        int e = next[a];
        bool held = e < in.offsets[a + 1] && choices[e].position >= 0 && (bits[posts[choices[e].post].word + (choices[e].position >> 6)] >> (choices[e].position & 63) & 1);
        choiceOf[a] = held ? e - in.offsets[a] : -1;
    }
    return choiceOf;
}

static long verify(const Instance& in, const std::vector<Choice>& choices, const std::vector<int>& choiceOf) {
    int n = (int)in.offsets.size() - 1, m = (int)in.places.size();
    std::vector<int> taken(m, 0), worst(m, -1);
    for (int a = 0; a < n; a++) if (choiceOf[a] >= 0) { Choice c = choices[in.offsets[a] + choiceOf[a]]; taken[c.post]++; worst[c.post] = std::max(worst[c.post], c.position); }
    long blocking = 0;
    for (int a = 0; a < n; a++) {
        int end = choiceOf[a] < 0 ? in.offsets[a + 1] : in.offsets[a] + choiceOf[a];
        for (int e = in.offsets[a]; e < end; e++) { Choice c = choices[e]; blocking += c.position >= 0 && (taken[c.post] < in.places[c.post] || c.position < worst[c.post]); }
    }
    return blocking;
}

static uint64_t mix(uint64_t v) { v = (v ^ (v >> 30)) * 0xBF58476D1CE4E5B9ULL; v = (v ^ (v >> 27)) * 0x94D049BB133111EBULL; return v ^ (v >> 31); }

struct Random {
    uint64_t state;
    Random(uint64_t seed, long run) : state(mix(seed + 0x9E3779B97F4A7C15ULL * (uint64_t)(run + 1))) {}
    uint64_t next() { state += 0xA0761D6478BD642FULL; __uint128_t p = (__uint128_t)state * (state ^ 0xE7037ED1A0B428DBULL); return (uint64_t)(p >> 64) ^ (uint64_t)p; }
    uint32_t below(uint32_t bound) {
        uint64_t p = (uint64_t)(uint32_t)next() * bound;
        if ((uint32_t)p < bound) { uint32_t threshold = (0u - bound) % bound; while ((uint32_t)p < threshold) p = (uint64_t)(uint32_t)next() * bound; }
        return (uint32_t)(p >> 32);
    }
};

static std::vector<int> pia(const Instance& in, const std::vector<int>& order) {
    std::vector<int> left = in.places, choiceOf(in.offsets.size() - 1, -1);
    for (int a : order) { int e = in.offsets[a]; if (e < in.offsets[a + 1] && left[in.choices[e]] > 0) { left[in.choices[e]]--; choiceOf[a] = 0; } }
    for (int a : order) if (choiceOf[a] < 0) for (int e = in.offsets[a]; e < in.offsets[a + 1]; e++) if (left[in.choices[e]] > 0) { left[in.choices[e]]--; choiceOf[a] = e - in.offsets[a]; break; }
    return choiceOf;
}

static std::vector<int> identity(const Ids& ids) {
    std::vector<int> order(ids.text.size());
    for (size_t i = 0; i < order.size(); i++) order[i] = (int)i;
    return order;
}

static std::vector<long> draws(const Instance& in, long count, int threads) {
    int n = (int)in.offsets.size() - 1;
    std::vector<uint8_t> lists(in.choices.begin(), in.choices.end()), first(n);
    for (int a = 0; a < n; a++) first[a] = lists[in.offsets[a]];
    std::vector<int> sorted = identity(in.applicants);
    std::sort(sorted.begin(), sorted.end(), [&](int x, int y) { return in.applicants.text[x] < in.applicants.text[y]; });
    std::vector<long> total(in.choices.size(), 0);
    std::atomic<long> next{0};
    std::vector<std::vector<int>> perThread(threads);
    auto work = [&](int t) {
        std::vector<int> counts(in.choices.size(), 0), order(n), left, waiting(n);
        for (long start; (start = next.fetch_add(16)) < count;)
            for (long d = start; d < std::min(start + 16, count); d++) {
                Random random(1, d);
                order = sorted;
                left = in.places;
                for (int i = 0; i < n; i++) std::swap(order[i], order[i + random.below((uint32_t)(n - i))]);
                int k = 0;
                for (int a : order) { if (left[first[a]] > 0) { left[first[a]]--; counts[in.offsets[a]]++; } else waiting[k++] = a; }
                for (int i = 0; i < k; i++) {
                    int a = waiting[i];
                    for (int e = in.offsets[a]; e < in.offsets[a + 1]; e++) if (left[lists[e]] > 0) { left[lists[e]]--; counts[e]++; break; }
                }
            }
        perThread[t] = std::move(counts);
    };
    std::vector<std::thread> others;
    for (int t = 1; t < threads; t++) others.emplace_back(work, t);
    work(0);
    for (auto& thread : others) thread.join();
    for (auto& counts : perThread) for (size_t i = 0; i < counts.size(); i++) total[i] += counts[i];
    return total;
}

template <class T> static long checksum(const std::vector<T>& values) { long sum = 0; for (size_t i = 0; i < values.size(); i++) sum += (long)values[i] * (long)(i % 1000 + 1); return sum; }

int main(int argc, char** argv) {
    if (argc < 5) return 2;
    // Keep freed memory instead of giving it back and faulting it in again on every repeat, as a managed heap does.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2147483647);
    mallopt(M_TOP_PAD, 256 << 20);
    std::string what = argv[1];
    long repeats = atol(argv[4]);
    double best = 1e9;
    long sum = 0;
    if (what == "read") {
        for (long i = 0; i < repeats; i++) { auto start = Clock::now(); Instance in = read(argv[2], argv[3]); best = std::min(best, since(start)); sum = checksum(in.choices) + checksum(in.ranking); }
        printf("read %.9f %ld\n", best, sum);
        return 0;
    }
    Instance in = read(argv[2], argv[3]);
    if (what == "draws") {
        draws(in, 64, 1);
        auto start = Clock::now();
        sum = checksum(draws(in, repeats, atoi(argv[5])));
        printf("draws %.9f %ld\n", since(start), sum);
        return 0;
    }
    if (what == "pia") {
        std::vector<int> order = identity(in.applicants);
        Random random(1, 0);
        for (size_t i = 0; i < order.size(); i++) std::swap(order[i], order[i + random.below((uint32_t)(order.size() - i))]);
        for (long i = 0; i < repeats; i++) { auto start = Clock::now(); auto choiceOf = pia(in, order); best = std::min(best, since(start)); sum = checksum(choiceOf); }
        printf("pia %.9f %ld\n", best, sum);
        return 0;
    }
    double bestMatch = 1e9, bestVerify = 1e9;
    long blocking = 0;
    for (long i = 0; i < repeats; i++) {
        auto start = Clock::now();
        auto choices = positions(in);
        best = std::min(best, since(start));
        start = Clock::now();
        auto choiceOf = deferredAcceptance(in, choices);
        bestMatch = std::min(bestMatch, since(start));
        sum = checksum(choiceOf);
        start = Clock::now();
        auto again = positions(in);
        blocking = verify(in, again, choiceOf);
        bestVerify = std::min(bestVerify, since(start));
    }
    printf("positions %.9f 0\nmatch %.9f %ld\nverify %.9f %ld\n", best, bestMatch, sum, bestVerify, blocking);
}
