// Figures of the public sets: SemEval-2013 task 7 (Dzikovska et al. 2013) and SAF (Filighera et al.
// 2022), scored by derived rubrics.
// Thread: one; a WordCache belongs to it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "evaluation/figures.hpp"
#include "evaluation/public_sets.hpp"
#include "text/word_cache.hpp"

namespace curveball::evaluation {

// The parts of SAF by name, as its folders: training, unseen_answers, unseen_questions.
using SafParts = std::vector<std::vector<ReferenceQuestion>>;

// semeval_2way_macro_f1 (five test sets and their mean; one threshold for each training set, chosen
// there), semeval_2way_train (macro-F1 on the training sets) and contradiction_auc (correct against
// contradictory answers of the training sets). "Not measured" for folders that are not there.
std::vector<Figure> semeval_figures(QuestionFolders const& folders, text::WordCache& words);

// saf_partial_r (correlation with the human score given the logarithm of the words) and
// saf_pairwise (scores at least 0.5 apart), over all answers; the same with _training and _unseen
// behind for the part on which the rule was chosen and the parts on which it was not.
std::vector<Figure> saf_figures(SafParts const& parts, text::WordCache& words);

}  // namespace curveball::evaluation
