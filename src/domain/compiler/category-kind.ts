/** 群众评议, 民主测评: points that raters give. */
export const ratedTitle = /评议|测评|评估|评价|民意|满意度|述职/

/** 工分制: everyone starts from nothing and earns. */
export const earnedTitle = /工分|积分|计件/
